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
records-decimal-mark-of-no-number = “{ $element }” no contiene números, así que nada separa sus decimales.
    .remedy = Quite “decimalMark” de esta columna.
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
        [one] Una columna no se leyó, porque contiene nombres, fechas de nacimiento o datos de contacto: { $columns }.
       *[other] { $count } columnas no se leyeron, porque contienen nombres, fechas de nacimiento o datos de contacto: { $columns }.
    }
    .remedy = No hace falta hacer nada.
records-roster-only = Esto es una lista de estudiantes. Contiene escuelas, grados, raza y sexo, y nada sobre pruebas, crecimiento, asistencia, discapacidad, aprendices de inglés o ingresos.
    .remedy = Agregue también archivos con resultados de pruebas y los demás grupos de estudiantes.

## Filas

records-without-student =
    { $count ->
        [one] Hay una fila sin número de estudiante: línea { $lines }. Quedó fuera.
       *[other] Hay { $count } filas sin número de estudiante: líneas { $lines }. Quedaron fuera.
    }
    .remedy = Complete allí el número de estudiante, o elija otra columna para él. Una fila de totales no necesita nada.
records-without-school =
    { $count ->
        [one] Hay una fila sin escuela: línea { $lines }. Quedó fuera.
       *[other] Hay { $count } filas sin escuela: líneas { $lines }. Quedaron fuera.
    }
    .remedy = Complete allí la escuela, o elija otra columna para ella. Una fila de totales no necesita nada.
records-without-year =
    { $count ->
        [one] Hay una fila sin un año escolar que se pueda leer: línea { $lines }. Quedó fuera.
       *[other] Hay { $count } filas sin un año escolar que se pueda leer: líneas { $lines }. Quedaron fuera.
    }
    .remedy = Escriba el año como 2024 o 2023-24, o indique un solo año para todo el archivo.
records-without-subject =
    { $count ->
        [one] Hay una fila sin materia: línea { $lines }. Quedó fuera.
       *[other] Hay { $count } filas sin materia: líneas { $lines }. Quedaron fuera.
    }
    .remedy = Complete allí la materia, o indique una sola materia para todo el archivo.
records-not-included =
    { $count ->
        [one] Hay una fila de un tipo que este formato deja fuera: línea { $lines }.
       *[other] Hay { $count } filas de un tipo que este formato deja fuera: líneas { $lines }.
    }
    .remedy = No hace falta hacer nada si es correcto. El formato dice qué filas entran.
records-long-rows =
    { $count ->
        [one] Hay una fila con más de { $columns } celdas: línea { $lines }. Quedó fuera porque sus valores pueden estar corridos.
       *[other] Hay { $count } filas con más de { $columns } celdas: líneas { $lines }. Quedaron fuera porque sus valores pueden estar corridos.
    }
    .remedy = Un nombre que contiene una coma debe ir entre comillas. Corrija estas filas y agregue el archivo de nuevo.
records-short-rows =
    { $count ->
        [one] Hay una fila con menos de { $columns } celdas: línea { $lines }. Lo que falta se leyó como vacío.
       *[other] Hay { $count } filas con menos de { $columns } celdas: líneas { $lines }. Lo que falta se leyó como vacío.
    }
    .remedy = Si allí hay valores corridos, hay un salto de línea donde no debe. Corrija estas filas y agregue el archivo de nuevo.
records-truncated-row = El archivo se corta en esta fila, después de { $cells } de { $columns } celdas. La fila quedó fuera.
    .remedy = Quizá la descarga o la exportación no terminó. Obtenga el archivo de nuevo.
records-unclosed-quote = En esta fila se abren unas comillas que nunca se cierran. Todas las filas desde aquí se perdieron.
    .remedy = Cierre las comillas, o escríbalas dobles si son parte del texto. Después agregue el archivo de nuevo.
records-repeated-header =
    { $count ->
        [one] El encabezado se repite en la línea { $lines }. Se omitió.
       *[other] El encabezado se repite { $count } veces: líneas { $lines }. Se omitieron.
    }
    .remedy = No hace falta hacer nada. Esto ocurre cuando se unen varios archivos.
records-empty-rows =
    { $count ->
        [one] Hay una fila sin ningún valor: línea { $lines }. Se omitió.
       *[other] Hay { $count } filas sin ningún valor: líneas { $lines }. Se omitieron.
    }
    .remedy = No hace falta hacer nada.
records-shortened-identifier =
    { $count ->
        [one] Hay una fila con un número que una hoja de cálculo acortó, como 1.23E+11: línea { $lines }. Sus cifras se perdieron, así que la fila quedó fuera.
       *[other] Hay { $count } filas con un número que una hoja de cálculo acortó, como 1.23E+11: líneas { $lines }. Sus cifras se perdieron, así que las filas quedaron fuera.
    }
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
        [one] Hay una fila con un puntaje, un número de días o una fecha que no se puede leer: línea { $lines }. Quedó fuera.
       *[other] Hay { $count } filas con un puntaje, un número de días o una fecha que no se puede leer: líneas { $lines }. Quedaron fuera.
    }
    .remedy = Corrija los valores. Si el texto significa que no hay ninguno, deje la celda vacía.
records-decimal-commas =
    { $count ->
        [one] Una fila tiene en esta columna un número con coma decimal, como 12,5: línea { $lines }. Se dejó fuera, porque nada dice que lo sea.
       *[other] { $count } filas tienen en esta columna números con coma decimal, como 12,5: líneas { $lines }. Se dejaron fuera, porque nada dice que lo sea.
    }
    .remedy = Elija “Leerlo de otro modo” y diga en esta columna que los decimales van detrás de una coma.
records-unclear-commas =
    { $count ->
        [one] Una fila tiene en esta columna un número con coma: línea { $lines }. Se dejó fuera: 1,250 puede ser uno y cuarto o mil doscientos cincuenta.
       *[other] { $count } filas tienen en esta columna números con coma: líneas { $lines }. Se dejaron fuera: 1,250 puede ser uno y cuarto o mil doscientos cincuenta.
    }
    .remedy = Elija “Leerlo de otro modo” y diga en esta columna qué separa los decimales.
records-score-off-scale =
    { $count ->
        [one] Hay una fila con un puntaje que la prueba no tiene. Los puntajes van de { NUMBER($lowest, useGrouping: 0) } a { NUMBER($highest, useGrouping: 0) }. La línea { $lines } quedó fuera.
       *[other] Hay { $count } filas con un puntaje que la prueba no tiene. Los puntajes van de { NUMBER($lowest, useGrouping: 0) } a { NUMBER($highest, useGrouping: 0) }. Las líneas { $lines } quedaron fuera.
    }
    .remedy = Compruebe que la columna tenga puntajes de escala. Si el número es un código de “sin puntaje”, deje la celda vacía.
records-unreadable-growth =
    { $count ->
        [one] Hay una fila con un percentil de crecimiento que no es un número entero de 1 a 99: línea { $lines }. Quedó fuera.
       *[other] Hay { $count } filas con un percentil de crecimiento que no es un número entero de 1 a 99: líneas { $lines }. Quedaron fuera.
    }
    .remedy = Corrija los valores o elija la columna correcta. Si el texto significa que no hay ninguno, deje la celda vacía.
records-impossible-days =
    { $count ->
        [one] Hay una fila con días que no pueden ser: menos de 0, más de 366, o más días de ausencia o de asistencia que de matrícula. La línea { $lines } quedó fuera.
       *[other] Hay { $count } filas con días que no pueden ser: menos de 0, más de 366, o más días de ausencia o de asistencia que de matrícula. Las líneas { $lines } quedaron fuera.
    }
    .remedy = Corrija los días o elija las columnas correctas. Son días, no horas ni porcentajes.
records-same-heading = { $count } columnas tienen este encabezado. Se lee la primera.
    .remedy = Si es otra la correcta, cámbiele el nombre o borre la primera, y agregue el archivo de nuevo.
records-no-last-line-end = El archivo no termina con un salto de línea. Si se interrumpió, la última celda puede estar incompleta.
    .remedy = No hace falta hacer nada si la última fila está completa. Si no, obtenga el archivo de nuevo.
records-reversed-stay =
    { $count ->
        [one] Hay una estancia cuyo último día es anterior al primero: línea { $lines }. Quedó fuera.
       *[other] Hay { $count } estancias cuyo último día es anterior al primero: líneas { $lines }. Quedaron fuera.
    }
    .remedy = Corrija las fechas. Compruebe que no se confundan día y mes, ni las dos columnas.
records-no-room =
    { $count ->
        [one] No hay espacio para una fila: línea { $lines }.
       *[other] No hay espacio para { $count } filas: líneas { $lines }.
    }
    .remedy = Compruebe que no se haya elegido para materia, nivel o grupo una columna con un valor distinto en cada fila. Si no, agregue menos archivos a la vez.
records-unknown-value =
    { $count ->
        [one] No se entiende “{ $value }” para “{ $element }”. Se leyó como vacío en una fila: línea { $lines }.
       *[other] No se entiende “{ $value }” para “{ $element }”. Se leyó como vacío en { $count } filas: líneas { $lines }.
    }
    .remedy = Diga qué significa: elija “Decir qué significan” junto al archivo. O corrija el archivo. Los demás valores de la fila sí cuentan.
records-more-unknown-values =
    { $count ->
        [one] No se entienden otros textos para “{ $element }”. Se leyeron como vacíos en una fila: línea { $lines }.
       *[other] No se entienden otros textos para “{ $element }”. Se leyeron como vacíos en { $count } filas: líneas { $lines }.
    }
    .remedy = Compruebe que se haya elegido la columna correcta.
records-mixed-dates = Esta columna tiene fechas en varios formatos: { $formats }.
    .remedy = Compruebe que no se confundan día y mes. Si puede, escriba todas las fechas como 2024-09-16.
records-day-order-not-shown = Ninguna fecha de esta columna muestra si va primero el día o el mes. Se leyeron con el mes primero, como en 9/16/2024.
    .remedy = Si en su archivo va primero el día, escriba las fechas como 2024-09-16 y agregue el archivo de nuevo.
records-day-order-changes = Al principio esta columna muestra otro orden de día y mes que más abajo. Sus fechas no son seguras, así que el archivo se dejó fuera.
    .remedy = Escriba todas las fechas de esta columna como 2024-09-16 y agregue el archivo de nuevo.
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

records-without-cycle =
    { $count ->
        [one] Hay un resultado intermedio sin ciclo ni día: línea { $lines }. Quedó fuera.
       *[other] Hay { $count } resultados intermedios sin ciclo ni día: líneas { $lines }. Quedaron fuera.
    }
    .remedy = Indique en cada fila a qué ciclo pertenece, o el día de la prueba, y agregue el archivo de nuevo.
records-impossible-points =
    { $count ->
        [one] Hay una fila con más puntos obtenidos que posibles, o con puntos obtenidos y sin los posibles: línea { $lines }. Quedó fuera.
       *[other] Hay { $count } filas con más puntos obtenidos que posibles, o con puntos obtenidos y sin los posibles: líneas { $lines }. Quedaron fuera.
    }
    .remedy = Hacen falta los dos números: los puntos obtenidos, de 0 hasta los posibles. Corrija estas filas y agregue el archivo de nuevo.

## Todos los archivos juntos

records-repeated-rows =
    { $count ->
        [one] Hay una fila que está en otro lugar con los mismos valores: línea { $lines }. Cuenta una vez.
       *[other] Hay { $count } filas que están en otro lugar con los mismos valores: líneas { $lines }. Cada una cuenta una vez.
    }
    .remedy = No hace falta hacer nada.
records-conflicting-rows =
    { $count ->
        [one] Hay una fila que dice otra cosa que otra fila del mismo estudiante, año y materia: línea { $lines }. Ninguna de las dos cuenta.
       *[other] Hay { $count } filas que dicen cosas distintas del mismo estudiante, año y materia: líneas { $lines }. Ninguna cuenta.
    }
    .remedy = Averigüe cuál es la correcta, borre las demás y agregue el archivo de nuevo. O elija una regla, como “cuenta el puntaje más alto”. Donde ya hay una elegida, estas filas empatan según ella, así que no decide.
records-conflicting-goals =
    { $count ->
        [one] Hay una fila cuyas áreas difieren de las de otra fila del mismo estudiante y la misma prueba: línea { $lines }. Las áreas que difieren no cuentan; la prueba sí.
       *[other] Hay { $count } filas cuyas áreas difieren de las de otra fila del mismo estudiante y la misma prueba: líneas { $lines }. Las áreas que difieren no cuentan; la prueba sí.
    }
    .remedy = Averigüe cuál fila es la correcta, borre la otra y agregue el archivo de nuevo.
records-superseded-rows =
    { $count ->
        [one] Hay una fila para la que una regla eligió otra fila del mismo estudiante, año y materia: línea { $lines }.
       *[other] Hay { $count } filas para las que una regla eligió otra fila del mismo estudiante, año y materia: líneas { $lines }.
    }
    .remedy = No hace falta hacer nada si la regla es correcta.
records-conflicting-groups =
    { $count ->
        [one] Hay un estudiante cuyas filas de un año difieren en: { $groups }. Vea la línea { $lines }. Cada fila cuenta en su propio grupo.
       *[other] Hay { $count } estudiantes cuyas filas de un año difieren en: { $groups }. Vea las líneas { $lines }. Cada fila cuenta en su propio grupo.
    }
    .remedy = Averigüe qué es lo correcto y corrija el archivo.
records-two-schools =
    { $count ->
        [one] Hay un estudiante con filas en dos escuelas en un mismo año: línea { $lines }. Cada fila cuenta en su propia escuela, salvo que la política diga en cuál cuenta un estudiante.
       *[other] Hay { $count } estudiantes con filas en dos escuelas en un mismo año: líneas { $lines }. Cada fila cuenta en su propia escuela, salvo que la política diga en cuál cuenta un estudiante.
    }
    .remedy = No hace falta hacer nada si se cambiaron de escuela. Si no, corrija la escuela.
records-unknown-schools =
    { $count ->
        [one] Una escuela no está
       *[other] { $count } escuelas no están
    } en la tabla de escuelas: { $schools }.
    .remedy = Agréguelas a la tabla de escuelas, o corrija sus números.
records-students-differ-by-zeros =
    { $count ->
        [one] Un número de estudiante está
       *[other] { $count } números de estudiante están
    } también sin los ceros iniciales, como 0123 y 123. Cuentan como estudiantes distintos.
    .remedy = Una hoja de cálculo quita esos ceros. Exporte la columna como texto, o guarde un formato que diga cuántas cifras tiene el número ("digits"), y agregue los archivos de nuevo.
records-schools-differ-by-zeros =
    { $count ->
        [one] Una escuela está
       *[other] { $count } escuelas están
    } con y sin ceros iniciales: { $schools }. Cuentan como escuelas distintas.
    .remedy = Una hoja de cálculo quita esos ceros. Exporte la columna como texto, o guarde un formato que diga cuántas cifras tiene el número ("digits"), y agregue los archivos de nuevo.
records-membership-from-stays =
    { $count ->
        [one] La asistencia de un estudiante no tiene
       *[other] La asistencia de { $count } estudiantes no tiene
    } días de matrícula propios. Se tomaron del archivo de matrículas.
    .remedy = No hace falta hacer nada si el archivo de matrículas tiene todas las estancias del año.
records-days-beyond-membership =
    { $count ->
        [one] Un estudiante tiene
       *[other] { $count } estudiantes tienen
    } más días de asistencia o de ausencia que días de matrícula en el archivo de matrículas. No se conoce qué parte faltaron, y no cuentan en ella.
    .remedy = Compruebe que el archivo de matrículas tenga todas las estancias del año y que ambos archivos cuenten días enteros.
records-attendance-without-membership =
    { $count ->
        [one] La asistencia de un estudiante no tiene
       *[other] La asistencia de { $count } estudiantes no tiene
    } días de matrícula, y ningún archivo de matrículas los dice. Estos estudiantes no cuentan donde la ausencia se compara con la matrícula.
    .remedy = Agregue los días de matrícula al archivo de asistencia, o agregue un archivo de matrículas con los días de cada estancia.
records-students-not-listed =
    { $count ->
        [one] Un estudiante no está
       *[other] { $count } estudiantes no están
    } en la tabla de estudiantes. Sus grupos no se conocen donde sus propias filas no los dicen.
    .remedy = Obtenga una tabla de estudiantes más reciente si esto importa.
