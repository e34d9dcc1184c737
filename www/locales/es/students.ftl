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
students-unknown = No se reconoció. Diga qué son sus columnas; mientras tanto no se cuenta ninguna de sus filas.
student-table-assessments = resultados de exámenes
student-table-students = estudiantes y sus grupos
student-table-enrollments = inscripciones
student-table-attendance = asistencia
student-table-outcomes = resultados al terminar
student-table-schools = escuelas
student-table-interim = resultados intermedios

students-what = Qué puede agregar
students-what-tests = Resultados de exámenes tal como vienen: archivos de CMAS y de crecimiento de Colorado, Smarter Balanced, NWEA MAP y WIDA ACCESS.
students-what-others = Estudiantes y sus grupos, inscripciones, asistencia, resultados al terminar, resultados intermedios y escuelas. Varios archivos se juntan.
students-what-own = Cualquier otro archivo con una fila por estudiante: usted dice una vez qué son sus columnas. Con los nombres de los Common Education Data Standards (CEDS), como studentIdentifier, se reconoce solo.
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
students-only-interim = Estos archivos solo tienen resultados intermedios. Son para la vista a mitad de año de una escuela; ningún marco califica con ellos.
students-nothing-counted = Todavía no se contó nada para ninguna escuela. Agregue resultados de exámenes, asistencia o resultados al terminar.
students-look = Mire esto primero: { $list }.
students-look-show = Mostrarlos
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
student-rows-lines =
    { $count ->
        [one] Línea: { $lines }
       *[other] Líneas: { $lines }
    }
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
student-rows-impossible-days = { $count } con días que no pueden ser
student-rows-reversed-stay = { $count } con un último día anterior al primero
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

### La vista a mitad de año: resultados intermedios de una escuela.

interim-title = Resultados intermedios
interim-door = Vea los resultados intermedios a mitad de año
interim-door-text = Para docentes: los resultados de una escuela por estándar, el crecimiento desde el último ciclo y quiénes van por buen camino.
interim-heading = Resultados intermedios
interim-lead = Una escuela, una materia: resultados por estándar y grupo de estudiantes, crecimiento desde el último ciclo y quiénes van por buen camino.
interim-private = Para docentes, solo en este dispositivo: aquí hay grupos pequeños.
interim-link = Ver los resultados intermedios
interim-working = Revisando los archivos de estudiantes…

interim-none-in-files = Los archivos de estudiantes abiertos no tienen resultados intermedios.
interim-needs = Qué hace falta
    .text = Un archivo con una fila por estudiante, materia, ciclo y estándar. Un estándar vacío es la prueba entera. Estas son sus columnas:
interim-column-who = quién la hizo y en qué escuela
interim-column-year = el año en que termina el año escolar
interim-column-what = la materia y el nombre de la prueba
interim-column-standard = el estándar o el área
interim-column-cycle = el nombre del ciclo, su día, o ambos
interim-column-points = puntos obtenidos y puntos posibles
interim-column-score = o un puntaje de escala
interim-column-on-track = Yes o No, o un nivel, si el archivo lo dice
interim-column-groups = grupos de estudiantes, aquí o en un archivo de estudiantes
interim-nwea = Los archivos de NWEA MAP se leen tal como vienen, con sus áreas.
interim-add = Agregar archivos de estudiantes
interim-example = Descargar un ejemplo pequeño
interim-sample =
    .text = Cuatro escuelas de Riverbend, el distrito inventado, hacen pruebas cada seis semanas. Sus archivos se crean en su dispositivo.

interim-choose = Qué se muestra
interim-school = Escuela
interim-year = Año escolar
interim-subject = Materia
interim-test = Prueba
interim-unnamed = Sin nombre
interim-cycle = Ciclo
interim-measure = Se muestran
interim-scores = Puntajes de escala
interim-points = Puntos obtenidos
interim-on-track = Qué cuenta como ir por buen camino
interim-on-track-ask = El archivo no lo dice. No se muestra nada hasta que usted elija.
interim-on-track-status = Lo que dice el archivo
interim-on-track-levels = Niveles que usted elija
interim-on-track-at-least = Un resultado mínimo que usted elija
interim-least-percent = Porcentaje mínimo de puntos
interim-least-score = Puntaje mínimo

interim-of-school =
    { $school }: { $subject }, { $year }{ $test ->
        [none] {""}
       *[other] {" ("}{ $test })
    }
interim-answer =
    Desde { $before }, { $subject } { $direction ->
        [up] subió { $value } { $unit ->
            [points] puntos porcentuales
           *[score] puntos
        }
        [down] bajó { $value } { $unit ->
            [points] puntos porcentuales
           *[score] puntos
        }
       *[same] no cambió, con un decimal,
    } en promedio { $n ->
        [one] en el único estudiante que hizo
       *[other] en los { $n } estudiantes que hicieron
    } ambas pruebas.
interim-answer-first = { $now } es el primer ciclo, así que todavía no hay crecimiento.
interim-answer-nobody = Ningún estudiante tiene resultados del mismo estándar en { $before } y en { $now }, así que no hay crecimiento que mostrar.
interim-answer-areas =
    De { $areas ->
        [one] el único estándar o área
       *[other] { $areas } estándares o áreas
    } de ambos ciclos, { $rose ->
        [one] 1 subió
       *[other] { $rose } subieron
    } y { $fell ->
        [0] ninguno bajó.
        [one] 1 bajó: { $list }.
       *[other] { $fell } bajaron: { $list }.
    }
interim-answer-on-track =
    En { $now }, el { $value } % va por buen camino: { $yes } de { $n } { $results ->
        [results] resultados de un estudiante en un estándar.
       *[students] estudiantes.
    }
interim-order-day = Los ciclos están en el orden de sus días. El día de un ciclo es el que queda en medio de todas sus pruebas.
interim-order-number = Los ciclos están en el orden de los números que les da el archivo.
interim-order-layout = Los ciclos están en el orden que se conoce de este tipo de archivo.
interim-order-name = Los ciclos están en el orden de los números de sus nombres.
interim-many = Aquí cada día es un ciclo, porque el archivo no los nombra. Si pruebas de varios días van juntas, dé un nombre a su ciclo.
interim-order-unknown = Nada en el archivo dice qué ciclo va primero, así que no se muestra crecimiento. Agregue el día de la prueba o numere los ciclos.
interim-contradicting =
    { $count ->
        [one] Un resultado quedó fuera porque dos archivos se contradicen.
       *[other] { $count } resultados quedaron fuera porque dos archivos se contradicen.
    }

interim-by-area = Por estándar o área
interim-by-group = Por grupo de estudiantes
interim-area = Estándar o área
interim-group = Grupo de estudiantes
interim-everybody = Todos los estudiantes
interim-whole = La prueba entera
interim-together = Todas las áreas juntas
interim-shown-points = Porcentaje de los puntos que se podían obtener; crecimiento en puntos porcentuales. Debajo de cada número está de cuántos estudiantes es.
interim-shown-scores = Promedios de los puntajes. Debajo de cada número está de cuántos estudiantes es.
interim-chart = Los mismos números en líneas, todos en una misma escala. { $cycles }.
interim-growth = Crecimiento
interim-growth-since = Crecimiento desde { $before }
interim-on-track-in = Por buen camino en { $now }
interim-n =
    { $n ->
        [one] 1 estudiante
       *[other] { $n } estudiantes
    }
interim-of = { $yes } de { $n }
interim-not-asked = no se preguntó
interim-no-result = sin resultado
interim-first = primer ciclo
interim-no-order = orden desconocido
interim-not-asked-before = no se preguntó en el último ciclo
interim-nobody = nadie tiene ambos
interim-not-chosen = sin elegir
interim-not-said = no se dice
interim-all-alike = En lo que dicen los archivos, todos los estudiantes de aquí son iguales: { $list }. Así que los números de arriba son los suyos.
interim-alike = De todos los estudiantes de aquí se dice lo mismo: { $list }.
interim-no-groups = Los archivos no dicen los grupos de estudiantes. Agregue un archivo de estudiantes con sus grupos.

interim-take = Llévelo consigo
    .text = El archivo tiene cada grupo de estudiantes y cada estándar. Dice en su nombre y en cada fila que es una copia de trabajo.
interim-csv = Tablas en CSV
interim-notice = Aviso
interim-how = Cómo se calcula
interim-how-points = Un número es todos los puntos que los estudiantes obtuvieron, de todos los que podían obtener.
interim-how-scores = Un número es el promedio de los puntajes de los estudiantes.
interim-how-growth = El crecimiento es el cambio promedio de los estudiantes que tienen un resultado en esta escuela en ambos ciclos. Un estudiante cuenta en los grupos del ciclo posterior. Por eso el crecimiento no es la diferencia de las dos columnas, que incluyen a otros estudiantes.
interim-how-together =
    El archivo no tiene un resultado de la prueba entera. Por eso { $measure ->
        [points] se juntan todos los puntos de un estudiante en un ciclo
       *[score] el resultado de un estudiante en un ciclo es el promedio de sus puntajes en las áreas
    }. Para el crecimiento cuentan solo las áreas en las que el estudiante tiene un resultado en ambos ciclos.
interim-how-results = En todas las áreas juntas, cada resultado de un estudiante en un área va o no por buen camino, salvo que usted elija un resultado mínimo.
interim-how-on-track = Por buen camino es lo que dice el archivo o lo que usted elige. Los resultados que no lo dicen no se cuentan.
interim-how-absent = “No se preguntó” significa que en ese ciclo a nadie de la escuela se le preguntó. “Sin resultado” significa que se preguntó y nadie del grupo tiene resultado.
interim-how-rounding = Todo se cuenta con exactitud y se redondea una sola vez a un decimal. Un empate se aleja de cero.

### Cuando una sesión abierta trajo recuentos y los archivos dan otros.

student-beside-question = ¿Qué recuentos se usan?
student-beside-heading = La sesión abierta y estos archivos
student-beside-asked = La sesión que abrió ya tiene recuentos, y estos archivos no pueden simplemente sumarse a ellos. Todavía no cambió nada: las calificaciones se siguen haciendo con la sesión.
student-beside-session-used = Se usan los recuentos de la sesión. Estos archivos se revisaron, pero ninguna calificación se hace con ellos.
student-beside-files-used = Se usan los recuentos de estos archivos. Tomaron el lugar de los de la sesión.
student-beside-both = Estos archivos se agregaron a los recuentos de la sesión, y se usan ambos. Ninguna tabla tiene el mismo año escolar en ambos, así que ningún estudiante cuenta dos veces.
student-beside-again = La sesión se contó a partir de estos mismos archivos. Se contaron de nuevo, y eso es lo que se usa.
student-beside-session = La sesión
student-beside-files = Estos archivos
student-beside-side =
    { $schools ->
        [0] Ninguna escuela
        [one] Una escuela
       *[other] { $schools } escuelas
    }{ $years ->
        [0] {"."}
        [one] {", año escolar "}{ $list }.
       *[other] {", años escolares "}{ $list }.
    }
student-beside-from =
    { $count ->
        [one] Archivo: { $list }.
       *[other] Archivos: { $list }.
    }
student-beside-keep = Conservar los recuentos de la sesión
student-beside-replace = Reemplazarlos por los de estos archivos
student-beside-back = Volver a los recuentos de la sesión
