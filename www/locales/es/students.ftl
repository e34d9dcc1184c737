### La página de archivos de estudiantes: archivos con una fila por estudiante, qué fue de las filas, y de ahí a las calificaciones.

students-title = Archivos de estudiantes
students-navigation = Archivos de estudiantes
students-door = Empiece con archivos de estudiantes
students-door-text = Agregue sus archivos de exámenes, asistencia y resultados. Las medidas de cada escuela se cuentan en su dispositivo.
students-heading = Archivos de estudiantes
students-lead = Agregue archivos con una fila por estudiante. Se revisan fila por fila, se cuentan por escuela y quedan listos para calificar.
students-privacy = Los archivos se quedan en su dispositivo. Los nombres, las fechas de nacimiento y las direcciones nunca se leen. De este paso solo salen recuentos.

students-files = Archivos
students-add = Agregar archivos de estudiantes
students-remove-all = Quitar todos los archivos de estudiantes
students-rows =
    { $rows ->
        [one] una fila
       *[other] { $rows } filas
    }
students-unknown = No se reconoció, así que no se cuenta ninguna de sus filas. Vea abajo qué hacer.
student-table-assessments = resultados de exámenes
student-table-students = estudiantes y sus grupos
student-table-enrollments = inscripciones
student-table-attendance = asistencia
student-table-outcomes = resultados al terminar
student-table-schools = escuelas
student-table-interim = resultados intermedios

students-what = Qué puede agregar
students-what-tests = Resultados de exámenes tal como vienen: archivos de CMAS y de crecimiento de Colorado, Smarter Balanced, NWEA MAP y WIDA ACCESS.
students-what-others = Estudiantes y sus grupos, inscripciones, asistencia, resultados al terminar y escuelas. Varios archivos se juntan.
students-what-own = Archivos propios, si sus columnas llevan los nombres de los Common Education Data Standards (CEDS), como studentIdentifier y schoolIdentifier.
students-what-not = Archivos CSV o de texto, libros de Excel (.xlsx) y archivos zip de CSV, como una exportación de OneRoster.
students-sample = ¿No tiene un archivo a mano?
    .text = Véalo todo con Riverbend, un distrito que inventamos: 40 escuelas y tres años de estudiantes. Sus archivos se crean en su dispositivo.
students-sample-button = Cargar el distrito de ejemplo

students-beginning = Empezando…
students-reading = Leyendo { $name } ({ $at } de { $of })
students-read-so-far =
    { $done } de { $size } MB, { $rows ->
        [one] una fila
       *[other] { $rows } filas
    } hasta ahora.
students-cancel = Cancelar
students-counting = Contando por escuela y grupo de estudiantes…
students-cancelled = Usted canceló. Los archivos que no se leyeron hasta el final quedaron fuera.
students-crashed = El programa falló al leer, y todos los registros de estudiantes desaparecieron de su memoria. Es culpa nuestra, no de su archivo. Agregue los archivos otra vez, de uno en uno, para ver cuál fue.
students-unreadable = No se pudo leer { $name }. Quizá cambió o se movió desde que lo eligió. Agréguelo otra vez.

students-passed =
    { $count ->
        [one] Una parte de { $name } es de un tipo desconocido y no se usó: { $list }.
       *[other] { $count } partes de { $name } son de un tipo desconocido y no se usaron: { $list }.
    } Si hace falta alguna, guárdela como un archivo propio y agréguelo.

students-counted = Qué se contó
students-counted-said =
    { $schools ->
        [one] Una escuela
       *[other] { $schools } escuelas
    } y { $years ->
        [one] un año escolar
       *[other] { $years } años escolares
    }. Un año lleva el nombre del año en que termina: { $list }.
students-rate = Ahora elija el marco con el que se califican las escuelas.
students-rate-sample = Ahora vea la calificación de cada escuela según el marco propio del distrito.
students-rate-by = Calificar con { $policy }

student-rows-heading = Qué fue de las filas
student-rows-sum =
    { $read ->
        [one] Se leyó una fila
       *[other] Se leyeron { $read } filas
    }: { $kept } conservadas y { $dropped } excluidas, cada una por un solo motivo.
student-rows-off = Se leyeron { $read } filas, pero { $kept } conservadas y { $dropped } excluidas no suman lo mismo. Es culpa nuestra. No use estos resultados.
student-rows-file = Archivo
student-rows-read = Filas leídas
student-rows-kept = Conservadas
student-rows-out = Excluidas
student-rows-why = Por qué
student-rows-none = No se excluyó ninguna.
student-rows-lines = Líneas: { $lines }
student-rows-empty = { $count } vacías
student-rows-too-long = { $count } con más valores que el encabezado
student-rows-truncated = { $count } cortadas al final del archivo
student-rows-unclosed-quote = { $count } en una celda entre comillas que no termina
student-rows-repeated-header = { $count } con el encabezado otra vez
student-rows-not-included = { $count } de un tipo que no se cuenta
student-rows-without-student = { $count } sin número de estudiante
student-rows-without-school = { $count } sin escuela
student-rows-without-year = { $count } sin año escolar
student-rows-without-subject = { $count } sin materia
student-rows-shortened-identifier = { $count } con un número que una hoja de cálculo acortó
student-rows-unreadable-number = { $count } con un número o una fecha que no se puede leer
student-rows-score-off-scale = { $count } con un puntaje fuera de la escala del examen
student-rows-unreadable-growth = { $count } con un percentil de crecimiento que no lo es
student-rows-without-cycle = { $count } sin ciclo ni día
student-rows-impossible-points = { $count } con puntos que no pueden ser
student-rows-no-room = { $count } para las que no hubo espacio
student-rows-repeated = { $count } iguales a otra fila, que sí cuenta
student-rows-conflicting = { $count } que contradicen otra fila
student-rows-superseded = { $count } en las que una regla eligió otra fila

students-notices = Qué conviene revisar
students-no-notices = No hay nada más que revisar: ni valores desconocidos, ni contradicciones, ni escuelas desconocidas.

rate-counted =
    Calificado a partir de { $files ->
        [one] un archivo de estudiantes
       *[other] { $files } archivos de estudiantes
    }, contado para { $schools ->
        [one] una escuela
       *[other] { $schools } escuelas
    }.
rate-counted-link = Ver los archivos de estudiantes

working-copy = Copia de trabajo, no para publicar.
    .text = Se hizo con registros de estudiantes y contiene grupos pequeños.
