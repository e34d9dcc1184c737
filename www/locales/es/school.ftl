### La página Escuela: la calificación de una escuela, sus partes, su recorrido y qué la cambiaría.

school-title = Escuela
school-nothing = No hay calificaciones abiertas
    .text = La página de una escuela se hace con sus archivos, que permanecen en la memoria hasta que cierre o recargue la página. Vuelva a abrir sus archivos o su sesión guardada.
    .act = Calificar escuelas
school-unknown = No hay ninguna escuela { $school } en estos archivos
school-unknown-text = Revise el número en la dirección o elija la escuela en la tabla.
school-back = Todas las escuelas
school-neighbours = Escuelas en el orden de la tabla
school-previous = ← Anterior
school-next = Siguiente →
school-place = { $place } de { $all }
school-number = Número { $school }
school-explaining = Preparando la explicación de la calificación…
school-not-explained = Esta escuela no se puede explicar.
school-parts = En esta página
school-print = Imprimir esta escuela

waits-heading = Qué debe saberse primero
scale-heading = El puntaje en su escala
row-chart-text = Valor { $value }. Filas de la escala: { $rows }.
row-from-to = { $lower } a { $upper }
row-from-below = { $lower } hasta antes de { $upper }
row-above-to = más de { $lower }, hasta { $upper }
row-above-below = más de { $lower }, menos de { $upper }
row-from = { $lower } o más
row-above = más de { $lower }
row-to = { $upper } o menos
row-below = menos de { $upper }
row-any = cualquier valor

indicators-heading = De qué se compone la calificación
indicators-measure = Medida
indicators-value = Valor
indicators-scale = En su escala
indicators-points = Puntos
indicators-weight = Ponderación
indicators-product = Puntos × ponderación
beside-n =
    { $n ->
        [one] un estudiante
       *[other] { $n } estudiantes
    }
beside-participation = participación { $participation } %
beside-response = tasa de respuesta { $rate } %
beside-penalty = { $points } menos
weight-was = era { $weight }

difference-heading = Dónde difiere de lo publicado
difference-text = El cálculo se separa primero en “{ $name }”: publicado { $published }, calculado { $computed }.

changes-heading = Qué la cambiaría
changes-lead = Cada medida, y cada tasa de participación que resta puntos, llevada adonde se aplica la regla siguiente, con las demás como están. Primero las que cambian la calificación.
changes-none = Ninguna medida en una escala de bandas sostiene por sí sola esta calificación.
changes-unlisted = Estas medidas también cuentan, pero por ninguna regla que tenga un paso siguiente propio: entran como están en una suma, una media o una comparación. Muévalas en «Pruebe: ¿qué pasaría si…?».
changes-now = Ahora
changes-then = Después
changes-distance = Distancia
changes-score = Nuevo puntaje
changes-same = misma calificación

## El recorrido

trace-heading = Cómo se obtuvo esta calificación
trace-lead = Abra un paso para ver qué entró, qué regla se aplicó y qué salió. Los pasos marcados deciden la calificación.
trace-model = La escuela se califica con este modelo porque:
trace-open-all = Abrir todos los pasos
trace-close-all = Cerrar todos los pasos
trace-only = Solo los pasos que deciden
trace-decisive = decide
trace-unverified = sin verificar
trace-unverified-text = El autor del marco no está seguro de esta regla.
first-difference = primera diferencia
step-above = (explicado arriba)
step-weight = ponderación { $weight }
step-weights-table = Ponderaciones: { $table }.
step-numbers = Números de la regla: { $numbers }.
step-looked-up = El valor que se busca es { $value }.
step-row = { $value } está en la fila “{ $row }”, que da { $gives }.
step-row-word = La fila que se aplica: { $row }.
step-otherwise = No se aplica ningún caso, así que vale el resultado para los demás.
step-case = Se aplica el caso { $number }.
step-won = Es: { $name }.
step-before-gate = Sin esta regla sería { $value }.
step-moves = Las partes sin resultado ceden su ponderación:
step-move = { $amount } de “{ $from }” a “{ $to }”
step-no-penalty = Participación de { $by } %: no se resta nada.
step-penalty = Participación de { $by } %: se resta { $points }, de { $before } a { $after }.
step-rounding =
    { $places ->
        [0] { $before } se redondea a un número entero ({ $mode }): { $after }.
        [one] { $before } se redondea a un decimal ({ $mode }): { $after }.
       *[other] { $before } se redondea a { $places } decimales ({ $mode }): { $after }.
    }
step-compared-with =
    { $count ->
        [one] Comparado con una escuela.
       *[other] Comparado con { $count } escuelas.
    }
step-overridden = Sustituida por { $who } el { $when }. Las reglas daban { $computed }.
step-result = Resultado: { $value }
step-published = Publicado: { $published }
trace-citations = Fuentes
trace-citation-as-of = consultado el { $day }
trace-citation-not-read = no se leyó el texto mismo
observed-text = El archivo dice “{ $text }” ({ $file }, línea { $line }, columna “{ $column }”).
observed-blank = La celda está en blanco ({ $file }, línea { $line }, columna “{ $column }”).
observed-nowhere = Ningún archivo dice nada de ello.
observed-n = Estudiantes: { $n }.
observed-participation = Participación: { $participation } %.
observed-response = Tasa de respuesta: { $rate } %.
observed-computed = Calculado a partir de los registros de estudiantes.
observed-supposed = Supuesto, no informado.
of-participation = { $name }: participación
of-n = { $name }: número de estudiantes
of-response-rate = { $name }: tasa de respuesta
years-before =
    { $years ->
        [one] { $name }, un año antes
       *[other] { $name }, { $years } años antes
    }

trace-round-half-up = las mitades hacia arriba
trace-round-half-even = las mitades al dígito par
trace-round-up = siempre hacia arriba
trace-round-down = siempre hacia abajo
trace-round-truncate = se cortan los demás dígitos

trace-op-fact = Un dato sobre la escuela.
trace-op-measure = Una medida.
trace-op-value = Otro valor, tomado tal cual.
trace-op-scale = Una escala convierte el valor en puntos o en una calificación.
trace-op-grid = Una cuadrícula de dos valores da el resultado.
trace-op-weighted-mean = Cada parte por su ponderación, todo sumado y dividido entre la suma de las ponderaciones.
trace-op-weighted-sum = Cada parte por su ponderación, todo sumado.
trace-op-sum = La suma de las partes.
trace-op-mean = El promedio de las partes.
trace-op-best-of = La mejor de estas.
trace-op-worst-of = La más baja de estas.
trace-op-subtract = La primera menos la segunda.
trace-op-multiply = Las partes multiplicadas.
trace-op-divide = La primera dividida entre la segunda.
trace-op-earned-over-eligible = Los puntos obtenidos, divididos entre los que podían obtenerse.
trace-op-choose = El primer caso cuya condición se cumple da el resultado.
trace-op-gate = El valor pasa, a menos que se cumpla la condición.
trace-op-limit = El valor, dentro de sus límites.
trace-op-count = Cuántas de las condiciones se cumplen.
trace-op-count-present = Cuántos de los valores existen.
trace-op-holds = Si se cumple la condición.
trace-op-raise-denominator = La tasa, como si hubiera participado al menos la proporción exigida de estudiantes.
trace-op-percentile = El lugar del valor en una distribución de referencia.
trace-op-rank = El lugar de la escuela entre las escuelas.
trace-op-percent-rank = El percentil del valor de la escuela entre las escuelas.
trace-op-lowest = Si la escuela está en la proporción más baja de las escuelas.
trace-op-nearest = Una comparación con las escuelas más parecidas.
trace-op-parts = Reunido a partir de las partes de la escuela.
trace-op-models = No se sabe qué modelo del marco corresponde a esta escuela.

truth-met = se cumple
truth-not-met = no se cumple
truth-undetermined = no se sabe
verdict-rule-all = Todo esto
verdict-rule-any = Al menos una de estas
verdict-rule-not = No esto
verdict-rule-at-least = Al menos { $count } de estas
verdict-test-at-least = { $name } es { $value } o más
verdict-test-at-most = { $name } es { $value } o menos
verdict-test-above = { $name } es más de { $value }
verdict-test-below = { $name } es menos de { $value }
verdict-test-equals = { $name } es “{ $value }”
verdict-test-in = { $name } es { $values }
verdict-test-contains = { $name } incluye “{ $value }”
verdict-test-contains-any = { $name } incluye { $values }
verdict-test-known = { $name } se conoce
verdict-test-not-known = { $name } falta
condition-actual = – es { $actual }
condition-no-value = sin valor
condition-unknown-met = Mientras no se sepa, cuenta como cumplida.
condition-unknown-not-met = Mientras no se sepa, cuenta como no cumplida.

## Sustituciones

override-heading = Sustituir esta calificación
override-no-rule = Este marco no tiene regla para sustituir calificaciones. Una sustitución se señala dondequiera que aparezca la calificación.
override-rating = Calificación en su lugar
override-who = Quién lo decidió
override-when = Cuándo
override-why = Por qué
override-submit = Sustituir
override-remove = Retirar la sustitución
override-missing = Complete este campo.

## The students behind each measure

behind-heading = Los estudiantes detrás de cada medida
behind-lead = Cuántos resultados cuentan, por los grupos de estudiantes que pide el marco, y quiénes quedaron fuera, hasta donde dicen los recuentos. Un estudiante con un resultado en dos años o en dos materias cuenta en cada uno. No se nombra a ningún estudiante.
behind-smallest = El grupo más pequeño tiene { $n ->
        [one] un resultado
       *[other] { $n } resultados
    }.
behind-measure = Medida y grupo de estudiantes
behind-n = Resultados
behind-gives = Lo que dan
behind-enough = ¿Son suficientes?
behind-left-out = Quedaron fuera
behind-all = Todos los estudiantes
behind-all-years = Todos los estudiantes, { $years } años juntos
behind-word = { $word }: { $count }
behind-chronic = { $yes } lo hicieron, { $no } no
behind-enough-yes = sí: se necesitan { $least }
behind-too-few = No: se necesitan { $least }, así que no se usa
behind-no-minimum = no se exige ningún número
behind-reported = Se usa en su lugar el resultado de un archivo por escuela: { $value }
behind-part-year =
    { $count ->
        [one] Uno sin un año académico completo en la escuela
       *[other] { $count } sin un año académico completo en la escuela
    }
behind-part-year-or-unknown =
    { $count ->
        [one] Uno sin un año académico completo en la escuela, o de quien los archivos no dicen cuánto tiempo estuvo
       *[other] { $count } sin un año académico completo en la escuela, o de quienes los archivos no dicen cuánto tiempo estuvieron
    }
behind-too-few-days =
    { $count ->
        [one] Uno matriculado menos días de los que pide el marco
       *[other] { $count } matriculados menos días de los que pide el marco
    }
behind-no-percentile =
    { $count ->
        [one] Uno evaluado sin percentil de crecimiento
       *[other] { $count } evaluados sin percentil de crecimiento
    }
behind-no-stay =
    { $count ->
        [one] Uno cuya matrícula no indican los archivos
       *[other] { $count } cuya matrícula no indican los archivos
    }
behind-not-tested = { $count } sin evaluar
behind-excused =
    { $count ->
        [one] uno exento
       *[other] { $count } exentos
    }
behind-nobody = nadie
behind-not-told = no se indica
