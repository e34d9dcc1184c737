### El formulario que dice cómo se lee un archivo de estudiantes: qué son sus columnas y qué significan sus textos.

student-map = Leerlo de otro modo
student-map-named = Leerlo de otro modo: { $name }
student-map-first = Decir qué son sus columnas
student-map-first-named = Decir qué son sus columnas: { $name }
student-map-label = Cómo se lee { $name }
student-map-lead = Miramos los encabezados y las primeras filas. Revise qué es cada columna y cambie lo que no sea correcto. El archivo se queda en su dispositivo.
student-map-wait = Mirando el archivo…
student-map-problems = Qué falta todavía
student-map-table = ¿Qué es una fila?
student-map-assessments = El resultado de un examen de un estudiante
student-map-students = Un estudiante, con sus grupos
student-map-enrollments = La estancia de un estudiante en una escuela
student-map-attendance = La asistencia de un estudiante, de un año o de un día
student-map-outcomes = Qué fue de un estudiante: graduación, abandono, qué siguió
student-map-interim = El resultado de un estudiante en un ciclo de pruebas intermedias
student-map-schools = Una escuela
student-map-columns = ¿Qué son las columnas?
student-map-columns-hint = Cada columna es una sola cosa, o queda fuera. Los nombres, las fechas de nacimiento y los datos de contacto nunca se leen.
student-map-out = Queda fuera
student-map-rest =
    { $count ->
        [one] Una columna que queda fuera
       *[other] { $count } columnas que quedan fuera
    }
student-map-never = Nunca se lee: contiene nombres, fechas de nacimiento o datos de contacto
student-map-filled =
    { $count ->
        [0] ningún valor en las primeras filas
        [one] un valor en las primeras filas
       *[other] { $count } valores en las primeras filas
    }
student-map-digits = Dígitos, si todos tienen la misma cantidad
student-map-digits-hint = Excel quita los ceros iniciales. Se vuelven a poner.
student-map-mark = ¿Qué separa los decimales?
student-map-mark-hint = Esta columna tiene números con coma. Mientras no diga qué es, sus filas quedan fuera.
student-map-mark-none = no se dijo
student-map-mark-point = un punto: 12.5, y 1,250 pasa de mil
student-map-mark-comma = una coma: 12,5, y 1.250 pasa de mil
student-map-values =
    { $count ->
        [one] Qué significa su único valor
       *[other] Qué significan sus { $count } valores
    }
student-map-values-open =
    { $count ->
        [one] Uno de sus valores no se entiende
       *[other] { $count } de sus valores no se entienden
    }
student-map-values-nothing =
    { $count ->
        [one] Uno de ellos se toma por nada: su campo está vacío.
       *[other] { $count } de ellos se toman por nada: sus campos están vacíos.
    }
student-map-withheld = Sus valores son demasiados o dicen quién es un estudiante. Se leen tal como están.
student-map-value = “{ $text }” significa
student-map-value-of = “{ $text }” en { $column } significa
student-map-unknown = no se entiende
student-map-blank = nada
student-map-value-hint = Deje un campo vacío si el texto no significa nada.
student-map-constants = Lo que no está en ninguna columna
student-map-constants-hint = Solo lo que es igual en todas las filas de este archivo. Aquí no se pregunta qué niveles son de competencia: eso lo dice el marco.
student-map-duplicates = Si dos filas de un estudiante se contradicen
student-map-duplicates-none = no cuenta ninguna
student-map-duplicates-highest-score = cuenta la del puntaje más alto
student-map-duplicates-lowest-score = cuenta la del puntaje más bajo
student-map-rows = Las primeras filas
student-map-rows-hint = Las letras se muestran como x y los dígitos como 9. Las columnas que nunca se leen quedan vacías.
student-map-title = Nombre de esta asignación
student-map-title-hint = Queda en el archivo en que la guarde, así que no ponga el nombre de ningún estudiante.
student-map-unread =
    { $count ->
        [one] Un valor no se entendió y se leyó como vacío.
       *[other] { $count } valores no se entendieron y se leyeron como vacíos.
    }
student-map-unread-many = Algunos valores no se entendieron y se leyeron como vacíos.
student-map-unread-do = Decir qué significan
student-map-unread-named = Decir qué significan: los valores de { $name }

student-mappings = Sus asignaciones
student-mappings-lead = Una asignación dice cómo se lee un tipo de archivo. Contiene encabezados y categorías, y ningún valor de un estudiante. Guárdela y agréguela aquí el próximo año: los archivos con los mismos encabezados se leen entonces de inmediato.
student-mappings-save = Guardar esta asignación
student-mappings-save-named = Guardar esta asignación: { $name }
student-mappings-remove-named = Quitar la asignación { $name }
student-mappings-refused = { $name } no es una asignación que se pueda usar.
student-mappings-dismiss-named = Cerrar el mensaje sobre { $name }

session-rows = Guardar en ella también los archivos de estudiantes
    .warning = El archivo guardado contiene entonces todas las filas de { $files }: el número, los resultados y los grupos de cada estudiante, y los nombres y fechas de nacimiento si están en los archivos. Quien lo tenga puede reconocer a los estudiantes. Guárdelo con el mismo cuidado que los propios archivos.
session-rows-large = Los archivos de estudiantes tienen { $size } MB. En una sesión se pueden guardar hasta { $limit } MB. Guarde sin ellos y conserve los archivos.
session-rows-failed = La sesión no se pudo guardar con los archivos de estudiantes. Quizá cambiaron o se movieron. Guarde sin ellos.

elements-where = Estudiante, escuela y año
element-student = Número de estudiante
element-school = Número o código de la escuela
element-school-name = Nombre de la escuela
element-district = Número del distrito
element-year = Año escolar
element-grade = Grado
element-span = Primaria, media o superior

elements-test = Examen
element-subject = Materia
element-test = Nombre del examen
element-period = Cuándo en el año (otoño, primavera, un ciclo)
element-cycle = Número del ciclo
element-cycle-date = Día del examen, o primer día de su ciclo
element-cycle-on-track = Encaminado en un ciclo
element-subtest = Parte del examen (área, estándar)
element-test-type = Examen regular o alterno
element-score = Puntaje
element-points-earned = Puntos obtenidos
element-points-possible = Puntos posibles
element-level = Nivel de logro
element-growth = Percentil de crecimiento
element-growth-goal = Meta de crecimiento alcanzada
element-participation = Examinado o no
element-included = Cuenta para la rendición de cuentas
element-school-fay = En la escuela el año académico completo
element-district-fay = En el distrito el año académico completo

elements-groups = Grupos de estudiantes
element-sex = Sexo
element-race = Raza o etnia
element-low-income = En desventaja económica
element-english-learner = Aprendiz de inglés
element-english-level = Nivel de inglés
element-disability = Con discapacidad (IEP)
element-section-504 = Plan de la sección 504
element-gifted = Con talento sobresaliente
element-migrant = Migrante
element-homeless = Sin hogar
element-foster = En acogida
element-military = Familia militar
element-title-one = Programa de Título I
element-minority = Minoría, según el archivo

elements-races = Razas, cada una en su columna
element-hispanic = Hispano o latino
element-american-indian = Indígena americano o nativo de Alaska
element-asian = Asiático
element-black = Negro o afroamericano
element-pacific-islander = Nativo de Hawái u otra isla del Pacífico
element-white = Blanco
element-two-races = Dos o más razas

elements-attendance = Inscripción y asistencia
element-days-enrolled = Días de inscripción
element-days-absent = Días de ausencia
element-days-present = Días de asistencia
element-attendance-date = Día, de la asistencia diaria
element-attendance-status = Presente o ausente, de la asistencia diaria
element-entry = Primer día en la escuela
element-exit = Último día en la escuela

elements-outcomes = Resultados al terminar
element-cohort = Año de graduación previsto
element-graduated = Se graduó a tiempo
element-dropped-out = Abandonó los estudios
element-on-track = En camino a graduarse
element-postsecondary = Siguió estudiando después

elements-schools = Sobre la escuela (tabla de escuelas)
element-nces = Número NCES
element-governance = Quién la dirige
element-model = Tipo de escuela
element-region = Región
element-lowest-grade = Grado más bajo
element-highest-grade = Grado más alto
element-seats = Plazas
element-enrollment = Número de estudiantes

mean-yes = Sí
mean-no = No
mean-female = Femenino
mean-male = Masculino
mean-nonbinary = No binario
mean-elementary = Primaria
mean-middle = Media
mean-high = Superior
mean-tested = Examinado
mean-not-tested = No examinado
mean-excused = Exento
mean-present = Presente
mean-half-day = Medio día
mean-absent = Ausente
