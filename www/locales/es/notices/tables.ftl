### Lo que se dice de archivos, columnas y filas. El lugar (archivo, línea, columna, escuela) aparece junto a las palabras.

## Archivos que son otra cosa

tables-empty-file = Este archivo está vacío.
    .remedy = Compruebe que la descarga o la exportación terminó y agregue el archivo de nuevo.
tables-excel-workbook = Este es un libro de Excel donde se espera un archivo de texto.
    .remedy = Agregue el libro por separado, no dentro de un zip. O en Excel elija Archivo, Guardar como, “CSV UTF-8 (delimitado por comas)”, y agregue el archivo CSV.
tables-old-excel-workbook = Este es un libro o documento de una versión antigua de Office.
    .remedy = Ábralo en un programa de hojas de cálculo, guarde la hoja como CSV y agregue ese archivo.
tables-zip-archive = Este es un archivo zip donde se espera un archivo de texto.
    .remedy = Descomprímalo en su computadora y agregue los archivos CSV que contenía.
tables-compressed-file = Este archivo está comprimido ({ $format }).
    .remedy = Descomprímalo en su computadora y agregue el archivo CSV que contenía.
tables-pdf-document = Este es un documento PDF. No se pueden tomar números de él con seguridad.
    .remedy = Pida al editor los datos en CSV o Excel. La mayoría de las agencias los ofrece junto al informe.
tables-picture = Esta es una imagen ({ $format }).
    .remedy = Agregue la tabla de la que se hizo la imagen, guardada como CSV.
tables-binary-file = Este archivo no contiene texto.
    .remedy = Ábralo en el programa del que viene, guarde la tabla como CSV y agregue ese archivo.
tables-web-page = Esta es una página web, no una tabla.
    .remedy = Quizá la descarga guardó una página de error o de inicio de sesión. Abra el archivo en un navegador para verlo y descargue los datos de nuevo como CSV.
tables-xml-document = Este es un documento XML.
    .remedy = Ábralo en un programa de hojas de cálculo, guarde la tabla como CSV y agregue ese archivo.
tables-json-document = Este es un documento JSON, no una tabla.
    .remedy = Una política va en la página Políticas, y una sesión guardada en “Abrir una sesión”. Los datos deben guardarse como CSV.
tables-file-too-large =
    Este archivo tiene { $megabytes ->
        [one] { $megabytes } megabyte
       *[other] { $megabytes } megabytes
    }. Lo máximo que se lee son { $limit }.
    .remedy = Una tabla de escuelas es mucho más pequeña. Guarde solo las columnas y el año que necesita.
tables-too-many-columns = Este archivo tiene { $columns } columnas. Lo máximo que se lee son { $limit }.
    .remedy = Guarde solo las columnas que necesita, o una fila por escuela y medida.
tables-one-column = Se encontró una sola columna: “{ $column }”.
    .remedy = Las columnas deben estar separadas por comas, puntos y comas, tabulaciones, acentos circunflejos o barras verticales. Guarde la tabla como CSV y agréguela de nuevo.
tables-no-rows =
    Hay un encabezado con { $columns ->
        [one] { $columns } columna
       *[other] { $columns } columnas
    }, pero debajo no hay ninguna fila que se pueda usar.
    .remedy = Compruebe que la exportación contenía escuelas y agregue el archivo de nuevo.
tables-student-file = Este es un archivo de estudiantes (tiene la columna “{ $column }”). Sus filas no se conservaron.
    .remedy = Los archivos de estudiantes llegarán en una versión posterior. Agregue un archivo con una fila por escuela, o una por escuela y medida.

## Texto y encabezado

tables-windows-encoding = El texto está en una codificación antigua de Windows. Se leyó como tal.
    .remedy = Si los nombres se ven mal, guarde el archivo como “CSV UTF-8” y agréguelo de nuevo.
tables-broken-characters =
    { $count ->
        [one] Un carácter está dañado: se perdió
       *[other] { $count } caracteres están dañados: se perdieron
    } antes de que el archivo llegara aquí.
    .remedy = Los números no cambian por ello. Si los nombres se ven mal, exporte el archivo de nuevo como “CSV UTF-8”.
tables-title-lines =
    { $count ->
        [one] Se omitió una línea
       *[other] Se omitieron { $count } líneas
    } por encima del encabezado.
    .remedy = No hace falta hacer nada si las columnas tienen los nombres correctos.
tables-header-looks-like-data = La primera fila parece contener datos, no nombres de columnas: { $cells }.
    .remedy = La primera fila debe nombrar las columnas. Agregue esa fila al archivo y agréguelo de nuevo.
tables-unnamed-column = La columna número { NUMBER($number, useGrouping: 0) } tiene valores pero no tiene nombre. Se dejó fuera.
    .remedy = Dé un nombre a la columna en el encabezado si la necesita.
tables-repeated-column = El nombre “{ $column }” está sobre { $count } columnas. Se leen como una sola, y los valores que se contradicen quedan fuera.
    .remedy = Dé a cada columna su propio nombre, o borre las que sobran.
tables-repeated-header =
    El encabezado se repite en { $count ->
        [one] la línea { $lines }
       *[other] { $count } líneas: { $lines }
    }. Se omitió.
    .remedy = No hace falta hacer nada. Esto ocurre cuando se unen varios archivos.

## Filas

tables-short-row = Esta fila tiene { $cells } de { $columns } celdas. Las demás se leen como vacías.
    .remedy = Si los valores están corridos, hay un salto de línea donde no debe o falta un separador. Corrija la fila y agregue el archivo de nuevo.
tables-long-row = Esta fila tiene { $cells } celdas, pero el encabezado tiene { $columns }. La fila quedó fuera porque sus valores pueden estar corridos.
    .remedy = Un nombre que contiene una coma debe ir entre comillas. Corrija la fila y agregue el archivo de nuevo.
tables-truncated-row = El archivo se corta en esta fila, después de { $cells } de { $columns } celdas. La fila quedó fuera.
    .remedy = Quizá la descarga o la exportación no terminó. Obtenga el archivo de nuevo.
tables-unclosed-quote = Aquí se abren unas comillas que nunca se cierran. Todo lo que sigue se perdió.
    .remedy = Busque las comillas en esta fila y ciérrelas, o escríbalas dobles si son parte del texto. Después agregue el archivo de nuevo.
tables-spreadsheet-error =
    { $count ->
        [one] Una fila contiene
       *[other] { $count } filas contienen
    } el error de hoja de cálculo “{ $text }” en lugar de un valor.
    .remedy = Corrija la fórmula en la hoja de cálculo, o borre la celda si no hay valor. Guarde de nuevo como CSV.
tables-more-of-the-same =
    { $count ->
        [one] Hay un aviso más
       *[other] Hay { $count } avisos más
    } de este tipo para este archivo.
    .remedy = Lo más probable es que tengan la misma causa que los que se muestran.

## Qué es cada columna

tables-identifier-not-recognized = No se reconoció ninguna columna que diga de qué escuela trata cada fila. Las columnas son: { $columns }.
    .remedy = Elija la columna con el número o código de la escuela.
tables-value-not-recognized = La columna “{ $measure }” nombra la medida, pero no está claro qué columna tiene su valor.
    .remedy = Elija la columna con el valor.
tables-rows-not-told-apart =
    Según { $identifier }, { $rows } filas tratan de solo { $schools ->
        [one] { $schools } escuela
       *[other] { $schools } distintas
    }.
    .remedy = Elija lo que distingue las filas de una escuela: una columna que nombre la medida, el año o el grupo de estudiantes, u otra parte del número de la escuela.
tables-name-as-identifier = Las escuelas se distinguen por su nombre (“{ $column }”), porque no se reconoció ninguna columna con números o códigos.
    .remedy = Dos escuelas con el mismo nombre se tomarían por una, y los nombres deben escribirse igual en todos los archivos. Elija una columna con números si la hay.
tables-missing-column =
    No hay ninguna columna “{ $column }” en este archivo.{ $suggestion ->
        [none] {""}
       *[other] {" "}¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Elija una de estas columnas: { $columns }.
tables-ambiguous-column = El archivo tiene varias columnas llamadas “{ $column }”.
    .remedy = Dé a cada columna su propio nombre en el archivo y agréguelo de nuevo.
tables-column-twice = La columna “{ $column }” se eligió dos veces.
    .remedy = Elija otra columna para una de las dos.
tables-no-identifier = No se dijo qué columna indica la escuela.
    .remedy = Elija la columna con el número o código de la escuela.
tables-no-measure-column = No se dijo qué columna nombra la medida.
    .remedy = Elija esa columna, o elija “una fila por escuela” si cada medida tiene su propia columna.
tables-no-value-column = No se dijo qué columna tiene el valor de la medida.
    .remedy = Elija esa columna.

## Escuelas y celdas

tables-rows-without-identifier =
    { $count ->
        [one] Una fila no tiene número de escuela y quedó
       *[other] { $count } filas no tienen número de escuela y quedaron
    } fuera (línea { $lines }).
    .remedy = Escriba el número de la escuela en la fila si trata de una escuela, y agregue el archivo de nuevo.
tables-rows-without-measure =
    { $count ->
        [one] Una fila no nombra ninguna medida y quedó
       *[other] { $count } filas no nombran ninguna medida y quedaron
    } fuera (línea { $lines }).
    .remedy = Escriba el nombre de la medida en la fila y agregue el archivo de nuevo.
tables-summary-rows =
    { $count ->
        [one] Una fila resume varias escuelas y quedó
       *[other] { $count } filas resumen varias escuelas y quedaron
    } fuera (línea { $lines }).
    .remedy = No hace falta hacer nada. Los totales de un distrito o estado no son escuelas.
tables-note-rows =
    { $count ->
        [one] Una fila contiene solo una nota y quedó
       *[other] { $count } filas contienen solo una nota y quedaron
    } fuera (línea { $lines }).
    .remedy = No hace falta hacer nada. Las notas debajo de una tabla no son escuelas.
tables-zeros-restored =
    { $count ->
        [one] Un número tenía
       *[other] { $count } números tenían
    } menos de { $digits } dígitos, como “{ $example }”. Se pusieron ceros delante.
    .remedy = Quizá una hoja de cálculo quitó los ceros. Compruebe que las escuelas son las correctas.
tables-decimal-identifier =
    { $count ->
        [one] Un número de escuela estaba escrito
       *[other] { $count } números de escuela estaban escritos
    } con decimales, como “{ $example }”. Se quitaron los decimales.
    .remedy = Compruebe que las escuelas son las correctas. En la hoja de cálculo, dé a la columna formato de texto.
tables-shortened-identifier =
    { $count ->
        [one] Una hoja de cálculo acortó un número de escuela
       *[other] Una hoja de cálculo acortó { $count } números de escuela
    }, como “{ $example }”, y se perdieron dígitos. { $count ->
        [one] La fila quedó
       *[other] Las filas quedaron
    } fuera (línea { $lines }).
    .remedy = Vuelva al archivo original. En la hoja de cálculo, dé a la columna formato de texto antes de pegar o abrir los datos.
tables-repeated-cells =
    { $count ->
        [one] Aquí hay un valor que los archivos repiten
       *[other] Aquí hay { $count } valores que los archivos repiten
    } en otro lugar con las mismas palabras. Cada uno cuenta una vez.
    .remedy = No hace falta hacer nada. Si agregó un archivo dos veces, puede quitar uno.
tables-blank-filled =
    { $count ->
        [one] Una celda vacía tiene
       *[other] { $count } celdas vacías tienen
    } un valor en otro lugar de los archivos. Ese valor cuenta.
    .remedy = Compruebe si la celda se dejó vacía a propósito. En ese caso, quite el valor del otro lugar.
tables-conflicting-cells = “{ $field }” es “{ $value }” aquí y “{ $other }” en la línea { NUMBER($otherline, useGrouping: 0) } de { $otherfile }. Ninguno cuenta, y lo que lo necesita no se califica.
    .remedy = Averigüe cuál es el correcto y borre el otro de su archivo.
tables-conflicting-names = Esta escuela tiene varios nombres: { $names }. Se muestra “{ $kept }”.
    .remedy = Las calificaciones no dependen de ello. Si son escuelas distintas, uno de los archivos tiene un número equivocado.
tables-different-identifiers = Estos archivos numeran las escuelas de maneras distintas: { $files }. Es posible que sus escuelas no coincidan.
    .remedy = Elija en todos los archivos las mismas columnas para el número de la escuela, por ejemplo número de distrito y de escuela.
tables-too-many-cells = Los archivos tienen más de { $limit } valores. Las filas que siguen quedaron fuera.
    .remedy = Guarde solo las medidas y el año que necesita, y agregue los archivos de nuevo.
