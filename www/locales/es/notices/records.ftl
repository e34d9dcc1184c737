### Lo que se dice sobre archivos con una fila por estudiante y sobre formatos. El lugar (archivo, línea, columna) se muestra junto a las palabras.

## Lo que falta en un formato

records-layout-without-element = No se dice dónde está “{ $element }”.
    .remedy = Elija la columna que lo contiene, o escriba cuál es en todas las filas, en “Lo que no está en ninguna columna”.
records-layout-format = Este documento dice que es “{ $found }”. Solo se puede leer “{ $expected }”.
    .remedy = Compruebe que sea una asignación guardada. Si lo es, cambie “evenhand” a “{ $expected }”.
records-private-heading = La columna “{ $column }” contiene nombres, fechas de nacimiento o datos de contacto. Esas columnas nunca se leen.
    .remedy = Deje fuera esta columna. Si el encabezado está mal, cámbielo en el archivo.
records-layout-value = “{ $value }” no es un valor de “{ $element }”.
    .remedy = Elija un valor conocido. Escriba un año como 2024 o 2023-24, y un grado como 03 o KG.
records-element-twice = Más de una columna se indicó como “{ $element }”: { $columns }.
    .remedy = Deje fuera todas menos una.
records-year-not-in-file = La asignación “{ $mapping }” corresponde a este archivo. Indicaba { $value } como año escolar, y ninguna columna del archivo dice de qué año es.
    .remedy = Diga de qué año escolar es el archivo, en “Lo que no está en ninguna columna”.
records-from-mapping = “{ $element }” no está en ninguna columna. La asignación “{ $mapping }” indica que es “{ $value }” en todas las filas.
    .remedy = Si no es así en este archivo, elija “Leerlo de otro modo”.
records-missing-column = Este archivo no tiene columna para “{ $element }”. Se buscó con estos nombres: { $headings }.
    .remedy = Agregue esa columna al archivo, o dele ese nombre a la columna correcta, y agregue el archivo otra vez.
records-not-recognized =
    No se conoce este tipo de archivo. Tiene { $columns ->
        [one] una columna
       *[other] { $columns } columnas
    }.
    .remedy = Diga qué son sus columnas: el formulario está junto al archivo. O agregue una asignación que guardó. Si el archivo tiene una fila por escuela, agréguelo en la página Calificar.
records-no-rows = El archivo tiene un encabezado con { $columns } columnas y ninguna fila.
    .remedy = Compruebe que la exportación haya terminado y agregue el archivo de nuevo.
records-private-columns =
    { $count ->
        [one] Una columna no se leyó
       *[other] { $count } columnas no se leyeron
    }, porque contienen nombres, fechas de nacimiento o datos de contacto: { $columns }.
    .remedy = No hace falta hacer nada.
records-roster-only = Esto es una lista de estudiantes. Contiene escuelas, grados, raza y sexo, y nada sobre pruebas, crecimiento, asistencia, discapacidad, aprendices de inglés o ingresos.
    .remedy = Agregue también archivos con resultados de pruebas y los demás grupos de estudiantes.

## Filas

records-without-student =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } sin número de estudiante: líneas { $lines }. Quedaron fuera.
    .remedy = Complete allí el número de estudiante, o elija otra columna para él.
records-without-school =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } sin escuela: líneas { $lines }. Quedaron fuera.
    .remedy = Complete allí la escuela, o elija otra columna para ella.
records-without-year =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } sin un año escolar que se pueda leer: líneas { $lines }. Quedaron fuera.
    .remedy = Escriba el año como 2024 o 2023-24, o indique un solo año para todo el archivo.
records-without-subject =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } sin materia: líneas { $lines }. Quedaron fuera.
    .remedy = Complete allí la materia, o indique una sola materia para todo el archivo.
records-not-included =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } de un tipo que este formato deja fuera: líneas { $lines }.
    .remedy = No hace falta hacer nada si es correcto. El formato dice qué filas entran.
records-long-rows =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } con más de { $columns } celdas: líneas { $lines }. Quedaron fuera porque sus valores pueden estar corridos.
    .remedy = Un nombre que contiene una coma debe ir entre comillas. Corrija estas filas y agregue el archivo de nuevo.
records-short-rows =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } con menos de { $columns } celdas: líneas { $lines }. Lo que falta se leyó como vacío.
    .remedy = Si allí hay valores corridos, hay un salto de línea donde no debe. Corrija estas filas y agregue el archivo de nuevo.
records-truncated-row = El archivo se corta en esta fila, después de { $cells } de { $columns } celdas. La fila quedó fuera.
    .remedy = Quizá la descarga o la exportación no terminó. Obtenga el archivo de nuevo.
records-unclosed-quote = En esta fila se abren unas comillas que nunca se cierran. Todas las filas desde aquí se perdieron.
    .remedy = Cierre las comillas, o escríbalas dobles si son parte del texto. Después agregue el archivo de nuevo.
records-repeated-header =
    El encabezado se repite: líneas { $lines }. { $count ->
        [one] Una vez
       *[other] { $count } veces
    } se omitió.
    .remedy = No hace falta hacer nada. Esto ocurre cuando se unen varios archivos.
records-empty-rows =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } sin ningún valor: líneas { $lines }. Se omitieron.
    .remedy = No hace falta hacer nada.
records-shortened-identifier =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } con un número que una hoja de cálculo acortó, como 1.23E+11: líneas { $lines }. Sus cifras se perdieron, así que las filas quedaron fuera.
    .remedy = Exporte el archivo de nuevo y no lo abra en una hoja de cálculo antes de agregarlo.
records-zeros-restored =
    Faltaban ceros iniciales { $count ->
        [one] una vez
       *[other] { $count } veces
    }. Se repusieron para que cada número tenga { $digits } cifras.
    .remedy = Compruebe uno de los números. Las hojas de cálculo quitan esos ceros: elija el tipo “Texto” para esta columna.
records-decimal-identifier =
    Había números escritos con “.0” al final { $count ->
        [one] una vez
       *[other] { $count } veces
    }. Se quitó el “.0”.
    .remedy = Compruebe uno de los números. En la hoja de cálculo, elija el tipo “Texto” para esta columna.
records-unreadable-number =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } con un puntaje, un número de días o una fecha que no se puede leer: líneas { $lines }. Quedaron fuera.
    .remedy = Corrija los valores. Si el texto significa que no hay ninguno, deje la celda vacía.
records-score-off-scale =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } con un puntaje que la prueba no tiene. Los puntajes van de { NUMBER($lowest, useGrouping: 0) } a { NUMBER($highest, useGrouping: 0) }. Las líneas { $lines } quedaron fuera.
    .remedy = Compruebe que la columna tenga puntajes de escala. Si el número es un código de “sin puntaje”, deje la celda vacía.
records-unreadable-growth =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } con un percentil de crecimiento que no es un número entero de 1 a 99: líneas { $lines }. Quedaron fuera.
    .remedy = Corrija los valores o elija la columna correcta. Si el texto significa que no hay ninguno, deje la celda vacía.
records-no-room =
    No hay espacio para { $count ->
        [one] una fila
       *[other] { $count } filas
    }: líneas { $lines }.
    .remedy = Compruebe que no se haya elegido para materia, nivel o grupo una columna con un valor distinto en cada fila. Si no, agregue menos archivos a la vez.
records-unknown-value =
    No se entiende “{ $value }” para “{ $element }”. Se leyó como vacío en { $count ->
        [one] una fila
       *[other] { $count } filas
    }: líneas { $lines }.
    .remedy = Diga qué significa: elija “Decir qué significan” junto al archivo. O corrija el archivo. Los demás valores de la fila sí cuentan.
records-more-unknown-values =
    No se entienden otros textos para “{ $element }”. Se leyeron como vacíos en { $count ->
        [one] una fila
       *[other] { $count } filas
    }: líneas { $lines }.
    .remedy = Compruebe que se haya elegido la columna correcta.
records-mixed-dates = Esta columna tiene fechas en varios formatos: { $formats }.
    .remedy = Compruebe que no se confundan día y mes. Si puede, escriba todas las fechas como 2024-09-16.
records-no-cut-scores =
    No hay puntajes de corte para { $test ->
        [none] esta prueba
       *[other] { $test }
    } en { NUMBER($year, useGrouping: 0) }, { $subject }{ $grade ->
        [none] {""}
       *[other] {", grado "}{ $grade }
    }. { $count ->
        [one] Una fila tiene
       *[other] { $count } filas tienen
    } puntaje y no nivel.
    .remedy = Agregue al formato los puntajes de corte de esta versión de la prueba y de este año. Hasta entonces, estas filas no tienen nivel.

## Todos los archivos juntos

records-repeated-rows =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } que están en otro lugar con los mismos valores: líneas { $lines }. Cada una cuenta una vez.
    .remedy = No hace falta hacer nada.
records-conflicting-rows =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } que dicen cosas distintas del mismo estudiante, año y materia: líneas { $lines }. Ninguna cuenta.
    .remedy = Averigüe cuál es la correcta, borre las demás y agregue el archivo de nuevo. O elija una regla, como “cuenta el puntaje más alto”.
records-superseded-rows =
    { $count ->
        [one] Hay una fila
       *[other] Hay { $count } filas
    } para las que una regla eligió otra fila del mismo estudiante, año y materia: líneas { $lines }.
    .remedy = No hace falta hacer nada si la regla es correcta.
records-conflicting-groups =
    { $count ->
        [one] Hay un estudiante
       *[other] Hay { $count } estudiantes
    } cuyas filas de un año difieren en: { $groups }. Vea las líneas { $lines }. Cada fila cuenta en su propio grupo.
    .remedy = Averigüe qué es lo correcto y corrija el archivo.
records-two-schools =
    { $count ->
        [one] Hay un estudiante
       *[other] Hay { $count } estudiantes
    } con filas en dos escuelas en un mismo año: líneas { $lines }. Cada fila cuenta en su propia escuela.
    .remedy = No hace falta hacer nada si se cambiaron de escuela. Si no, corrija la escuela.
records-unknown-schools =
    { $count ->
        [one] Una escuela no está
       *[other] { $count } escuelas no están
    } en la tabla de escuelas: { $schools }.
    .remedy = Agréguelas a la tabla de escuelas, o corrija sus números.
records-students-not-listed =
    { $count ->
        [one] Hay un estudiante
       *[other] Hay { $count } estudiantes
    } no están en la tabla de estudiantes. Sus grupos no se conocen donde sus propias filas no los dicen.
    .remedy = Obtenga una tabla de estudiantes más reciente si esto importa.
