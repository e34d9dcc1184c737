### Una política como documento para leer. Los nombres van en las oraciones como enlaces; cada oración debe sonar bien con cualquier nombre.

## Nombres

doc-points-for = los puntos por { $name }
doc-attribute =
    { $attribute ->
        [participation] la tasa de participación de { $name }
        [n] el número de estudiantes de { $name }
        [response-rate] la tasa de respuesta de { $name }
       *[other] { $name }
    }
doc-years-before =
    { $count ->
        [one] { $name } del año anterior
       *[other] { $name } de { $count } años antes
    }
doc-years-after =
    { $count ->
        [one] { $name } del año siguiente
       *[other] { $name } de { $count } años después
    }
doc-its-participation = su tasa de participación
doc-each-of-these = cada uno de estos resultados
doc-none = –
doc-reason =
    { $reason ->
        [not-reported] no informado
        [too-few-students] muy pocos estudiantes
        [low-response] tasa de respuesta muy baja
        [not-tested] sin prueba
        [not-applicable] no corresponde
        [withheld] reservado
        [missing-parts] faltan partes
        [not-computable] no se puede calcular
        [not-asked] todavía no se preguntó
        [not-supplied] faltan los registros de estudiantes
        [unreadable] no se puede leer
        [undetermined] todavía no se sabe
        [rule-unknown] no se conoce la regla
       *[other] { $reason }
    }

## Condiciones

doc-test-at-least = { $fact } es { $value } o más
doc-test-at-most = { $fact } es { $value } o menos
doc-test-above = { $fact } es más de { $value }
doc-test-below = { $fact } es menos de { $value }
doc-test-equals = { $fact } es { $value }
doc-test-in = { $fact } es { $value }
doc-test-contains = { $fact } tiene { $value }
doc-test-known = hay un valor para { $fact }
doc-test-not-known = no hay un valor para { $fact }
doc-when-unknown =
    { $condition } { $counts ->
        [met] (también donde falta el valor)
       *[other] (no donde falta el valor)
    }
doc-condition-not = no es cierto que { $condition }
doc-condition-at-least = se cumplen al menos { $count } de estas condiciones: { $parts }
doc-condition-labelled = { $label } (es decir, { $condition })

## Resultados

doc-finding-rating = la calificación { $rating }
doc-finding-outcome = la respuesta { $outcome }
doc-finding-absent = ningún valor ({ $reason })
doc-finding-unknown = no se sabe: { $words }
doc-result-becomes = el resultado es { $finding }
doc-no-result = no hay resultado
doc-effect-at-most = es como máximo { $bound }
doc-effect-at-least = es como mínimo { $bound }
doc-effect-lower =
    { $count ->
        [one] baja un nivel
       *[other] baja { $count } niveles
    }
doc-effect-raise =
    { $count ->
        [one] sube un nivel
       *[other] sube { $count } niveles
    }
doc-effect-becomes = pasa a ser { $finding }

## Qué hace una regla

doc-op-value = Lo mismo que { $of }.
doc-op-scale =
    { $gives ->
        [rating] La escala { $scale } convierte { $of } en una calificación.
       *[points] La escala { $scale } convierte { $of } en puntos.
    }
doc-op-scale-inline =
    { $gives ->
        [rating] Esta tabla convierte { $of } en una calificación.
       *[points] Esta tabla convierte { $of } en puntos.
    }
doc-op-grid =
    { $gives ->
        [rating] La cuadrícula { $grid } da la calificación: { $row } elige la fila y { $column } la columna.
       *[points] La cuadrícula { $grid } da los puntos: { $row } elige la fila y { $column } la columna.
    }
doc-op-weighted-mean = La media ponderada de las partes de la tabla { $weights }: cada parte por su peso, todo sumado y dividido entre la suma de los pesos.
doc-op-weighted-mean-cases = Una media ponderada: cada parte por su peso, todo sumado y dividido entre la suma de los pesos. Los pesos están en la primera de estas tablas que corresponda:
doc-op-weighted-sum = La suma ponderada de las partes de la tabla { $weights }: cada parte por su peso, todo sumado.
doc-op-weighted-sum-cases = Una suma ponderada: cada parte por su peso, todo sumado. Los pesos están en la primera de estas tablas que corresponda:
doc-weights-when = Cuando { $condition }: { $weights }
doc-weights-otherwise = En los demás casos: { $weights }
doc-op-sum = La suma de { $parts }.
doc-op-mean = La media de { $parts }.
doc-op-best = El resultado más alto de { $parts }.
doc-op-worst = El resultado más bajo de { $parts }.
doc-op-subtract = { $first } menos { $rest }.
doc-op-multiply = { $parts }, multiplicados entre sí.
doc-op-divide = { $dividend } dividido entre { $divisor }.
doc-op-earned = Los puntos obtenidos, sumados, divididos entre los puntos que se podían obtener:
doc-op-earned-times = Los puntos obtenidos, sumados, divididos entre los puntos que se podían obtener, por { $times }:
doc-op-earned-part = { $earned }, de { $eligible }
doc-op-choose = Lo primero que corresponda:
doc-op-choose-case = Cuando { $condition }: { $finding }
doc-op-choose-otherwise = En los demás casos: { $finding }
doc-op-gate = Lo mismo que { $of }; pero cuando { $condition }, { $effect }.
doc-op-limit = { $of }, entre { $low } y { $high } como límites.
doc-op-limit-low = { $of }, pero nunca menos de { $low }.
doc-op-limit-high = { $of }, pero nunca más de { $high }.
doc-op-count = Cuántas de estas condiciones se cumplen:
doc-op-count-present = Para cuántos de estos hay un valor: { $parts }.
doc-op-holds = «Yes» (sí) cuando { $condition }; en los demás casos, «no».
doc-op-raise-denominator = { $of }, contado sobre al menos el { $to }% de los estudiantes: donde { $by } es menor, la tasa se multiplica por { $by } y se divide entre { $to }%.
doc-op-percentile =
    El percentil de { $of } en la distribución de referencia { $reference }{ $method ->
        [at-or-below] : la proporción de sus valores que son menores o iguales.
        [midpoint] : la proporción de sus valores que son menores, más la mitad de los iguales.
       *[below] : la proporción de sus valores que son menores.
    }
doc-among-all = todas las escuelas
doc-among-some = las escuelas donde { $condition }
doc-op-rank =
    { $first ->
        [lowest] El lugar de la escuela según { $of } entre { $among }. El lugar 1 tiene el valor más bajo; las escuelas con valores iguales comparten el mejor lugar.
       *[highest] El lugar de la escuela según { $of } entre { $among }. El lugar 1 tiene el valor más alto; las escuelas con valores iguales comparten el mejor lugar.
    }
doc-op-percent-rank =
    El percentil de la escuela según { $of } entre { $among }{ $method ->
        [at-or-below] : la proporción de las escuelas con un valor menor o igual.
        [midpoint] : la proporción de las escuelas con un valor menor, más la mitad de las que tienen uno igual.
       *[below] : la proporción de las escuelas con un valor menor.
    }
doc-op-lowest =
    { $gives ->
        [edge] El valor más alto en el { $share } más bajo según { $of } entre { $among }.
       *[yes-no] «Yes» (sí) para el { $share } más bajo según { $of } entre { $among }; en los demás casos, «no».
    } Un número de escuelas que no es entero { $mode ->
        [half-up] se redondea al más cercano, las mitades hacia arriba
        [half-even] se redondea al más cercano, las mitades al número par
        [down] se redondea hacia abajo
        [truncate] se corta
       *[up] se redondea hacia arriba
    }. Las escuelas empatadas con la última { $ties ->
        [excluded] no entran
       *[included] entran
    }.
doc-op-nearest =
    { $gives ->
        [difference] { $of } menos su media en las { $count } escuelas más parecidas según { $index }, entre { $among }.
        [percent-below] De las { $count } escuelas más parecidas según { $index }, entre { $among }: el porcentaje con un valor menor de { $of }.
        [rank] El lugar de la escuela según { $of } entre ella misma y las { $count } escuelas más parecidas según { $index }, entre { $among }. El valor más alto tiene el lugar 1.
       *[mean] La media de { $of } en las { $count } escuelas más parecidas según { $index }, entre { $among }.
    } Las escuelas tan cercanas como la última entran.
doc-op-within = Solo se compara con escuelas que coinciden en { $facts }.
doc-op-parts =
    { $combine ->
        [sum] La suma de { $of }
        [mean] La media de { $of }
        [weighted-mean] La media ponderada de { $of }
        [best] El resultado más alto de { $of }
        [worst] El resultado más bajo de { $of }
       *[count] El número de valores de { $of }
    } sobre las partes de la escuela: las de { $among } que nombran a esta escuela en { $link }.
doc-op-parts-weight = El peso de cada parte es { $weight }.

## Qué se hace con el resultado de una regla

doc-missing-value-as = Donde eso falta, cuenta { $number }.
doc-missing-value-becomes = Donde eso falta, { $result }.
doc-missing-part-as = Una parte que falta cuenta como { $number }.
doc-missing-part-becomes = Donde falta una parte, { $result }.
doc-missing-left-out = Una parte que falta se deja fuera.
doc-missing-eligible = Una parte que falta se deja fuera tanto de los puntos obtenidos como de los que se podían obtener.
doc-missing-weight-shared = Una parte que falta se deja fuera: las demás se reparten su peso en proporción al propio.
doc-missing-adds-nothing = Una parte que falta no suma nada.
doc-missing-redistribute = Donde falta una parte, su peso pasa a otras como dice { $name }.
doc-needs-all = Debe haber un valor para { $parts }; si no, { $otherwise }.
doc-needs-any = Debe haber un valor para { $parts }; si no, { $otherwise }.
doc-needs-at-least =
    { $count ->
        [one] Debe haber al menos una parte; si no, { $otherwise }.
       *[other] Debe haber al menos { $count } partes; si no, { $otherwise }.
    }
doc-this-table = esta tabla
doc-the-scale = la escala { $scale }
doc-penalty = Por baja participación se restan puntos: { $scale } dice cuántos según { $by }.
doc-penalty-rounded = Por baja participación se restan puntos: { $by } se toma { $rounding }, y { $scale } dice cuántos.
doc-penalty-floor = El resultado no baja de { $floor } por esto.
doc-penalty-table = Puntos que se restan
doc-rounding =
    { $places ->
        [0] { $mode ->
            [half-up] en números enteros, con las mitades hacia arriba
            [half-even] en números enteros, con las mitades al número par
            [up] en números enteros, hacia arriba
            [down] en números enteros, hacia abajo
           *[truncate] en números enteros, sin los decimales
        }
        [one] { $mode ->
            [half-up] con 1 decimal, las mitades hacia arriba
            [half-even] con 1 decimal, las mitades a la cifra par
            [up] con 1 decimal, hacia arriba
            [down] con 1 decimal, hacia abajo
           *[truncate] con 1 decimal, sin los demás
        }
       *[other] { $mode ->
            [half-up] con { $places } decimales, las mitades hacia arriba
            [half-even] con { $places } decimales, las mitades a la cifra par
            [up] con { $places } decimales, hacia arriba
            [down] con { $places } decimales, hacia abajo
           *[truncate] con { $places } decimales, sin los demás
        }
    }
doc-round = El resultado se redondea: { $rounding }.
doc-if-absent = Si no hay resultado, pasa a ser { $finding }.
doc-note = Nota: { $words }
doc-unverified = Sin verificar: { $words }

## Clases de escuelas

doc-models =
    { $count ->
        [one] Cómo se califica una escuela
       *[other] Clases de escuelas y cómo se califica cada una
    }
doc-model-when = Para escuelas donde { $condition }. Vale la primera clase que corresponda.
doc-model-every = Para toda escuela.
doc-model-all = Para toda escuela que no entra en ninguna clase anterior.
doc-model-rating = La respuesta es { $rating }.
doc-model-rating-score = La respuesta es { $rating }; el puntaje que la acompaña es { $score }.
doc-model-indicators = El lector ve las partes en estos grupos:
doc-model-indicator = { $label }: { $parts }
doc-model-how = Cómo se llega a ella, desde la calificación hasta las medidas:
doc-rule-points-for = Puntos por { $name }
doc-rule-points-for-several = Puntos por { $count } medidas
doc-rule-several = { $count } resultados de la misma forma
doc-member = { $name }, a partir de { $input }
doc-told-above = Descrito más arriba: { $rules }.
doc-other-rules = Otras reglas
doc-other-rules-how = Ninguna calificación depende de ellas. Están en la política para comparaciones y etiquetas.

## Tablas

doc-ratings = Calificaciones
doc-ratings-caption = Calificaciones, la más alta primero
doc-ratings-called = Calificaciones { $name }, la más alta primero
doc-outcomes-caption = Respuestas que no son una calificación
doc-weights = Pesos
doc-redistributions = Cuando faltan resultados
doc-scales = Escalas
doc-grids = Cuadrículas
doc-measures = Medidas
doc-references = Distribuciones de referencia
doc-labels = Etiquetas
doc-overrides = Decisiones de personas
doc-files = Qué deben decir los archivos
doc-published = Comparación con resultados publicados
doc-total = Total
doc-not-told = no se dice
doc-column-rating = Calificación
doc-column-outcome = Respuesta
doc-column-meaning = Qué significa
doc-column-in-files = En archivos también
doc-column-part = Parte
doc-column-weight = Peso
doc-column-value = Valor
doc-column-points = Puntos
doc-column-called = Nombre
doc-column-grid = Fila y columna
doc-column-measure = Medida
doc-column-unit = Unidad
doc-column-minimum = Mínimo
doc-column-source-of-value = De dónde viene
doc-column-class = Clase
doc-column-demands = Exige
doc-column-fact = Dato
doc-column-kind = Tipo
doc-column-columns = Columnas
doc-column-default = Si falta, se toma
doc-column-text = Texto en un archivo
doc-column-percentile = Percentil

doc-bounds-any = cualquier valor
doc-bounds-at-least = { $low } o más
doc-bounds-above = más de { $low }
doc-bounds-at-most = { $high } o menos
doc-bounds-below = menos de { $high }
doc-bounds-from-to = de { $low } a { $high }
doc-bounds-from-up-to = desde { $low } hasta, sin incluirlo, { $high }
doc-bounds-above-to = más de { $low }, hasta { $high }
doc-bounds-above-up-to = más de { $low } y menos de { $high }
doc-scale-first-row = Las filas se leen desde arriba; vale la primera que corresponda.
doc-scale-whole = Los valores son números enteros.
doc-scale-linear = Entre dos filas, los puntos siguen una línea recta. Antes de la primera y después de la última no cambian.
doc-scale-round = Antes de buscarlo, el valor se redondea: { $rounding }.
doc-scale-used = Se usa para: { $rules }.
doc-grid-key = { $label } ({ $range })

doc-redistribution-title = Resultados que faltan: { $name }
doc-redistribution-how = Estos pasos se dan en orden. Cada uno mueve todo el peso que su parte tiene en ese momento.
doc-step-missing =
    { $count ->
        [one] Donde falta { $parts }
       *[other] Donde falta alguno de estos resultados ({ $parts })
    }
doc-step-all-missing =
    { $count ->
        [one] Donde falta { $parts }
       *[other] Donde faltan todos estos resultados ({ $parts })
    }
doc-step-becomes = { $condition }, el resultado es { $finding }.
doc-step-to = { $condition }, su peso pasa a { $receivers }.
doc-step-to-shares = { $condition }, su peso se divide: { $receivers }.
doc-step-share = { $share } de él a { $part }
doc-step-to-present = { $condition }, su peso se reparte entre los que sí están, en proporción a sus pesos en la tabla: { $receivers }.
doc-step-otherwise = Si no está ninguno, pasa a { $receivers }.
doc-step-otherwise-shares = Si no está ninguno, se divide: { $receivers }.
doc-leftover = Si después del último paso queda peso en una parte que falta, el resultado es { $finding }.
doc-leftover-undetermined = Si después del último paso queda peso en una parte que falta, las fuentes no dicen qué ocurre y el resultado queda abierto.

doc-measures-caption = Qué entra
doc-unit =
    { $unit ->
        [percent] porcentaje
        [percentile] percentil
        [points] puntos
        [scale-score] puntaje de escala
        [students] estudiantes
        [category] categoría
       *[number] número
    }
doc-unit-range = { $unit }, de { $low } a { $high }
doc-unit-categories = { $categories }
doc-reported = De un archivo: { $columns }.
doc-reported-value = En un archivo largo, el valor está en la columna adicional { $columns }.
doc-reported-participation = Participación: { $columns }.
doc-reported-n = Número de estudiantes: { $columns }.
doc-reported-response = Tasa de respuesta: { $columns }.
doc-reported-group = Grupo de estudiantes: { $group }.
doc-reported-program = Programa: { $program }.
doc-reported-times = El número del archivo se multiplica por { $times }.
doc-measure-optional = Puede faltar en un archivo.
doc-prefer =
    { $prefer ->
        [computed] Donde hay ambos, se usa lo que dan los registros de estudiantes.
       *[reported] Donde hay ambos, se usa lo que dice el archivo.
    }
doc-computed =
    Se calcula con registros de estudiantes: { $statistic ->
        [share] el porcentaje cuyo { $of } es { $counts }.
        [share-of-numbers] el porcentaje cuyo { $of } es al menos { $least }.
        [mean] la media de { $of }.
        [median] la mediana de { $of }.
        [index] la media de lo que vale cada { $of }.
        [chronic-absence] el porcentaje de estudiantes cuyo { $of } es al menos { $least } de { $per }.
       *[rate] la suma de { $of } dividida entre la suma de { $per }.
    }
doc-computed-others = No cuentan { $others }; cualquier otro valor queda abierto.
doc-computed-worth = Valores: { $pairs }.
doc-computed-worth-of = { $word } { $value }
doc-computed-minimum-days = Los estudiantes cuyo { $per } es menor que { $days } no se cuentan.
doc-computed-has = { $column } es { $values }
doc-computed-where = Solo donde { $what }.
doc-computed-any-group = Solo estudiantes de al menos uno de estos grupos: { $groups }.
doc-computed-full-year = Solo estudiantes de un año académico completo.
doc-computed-enrollment = Para la matrícula vale la regla «{ $rule }».
doc-computed-participation =
    { $rule ->
        [out] Los estudiantes excusados no entran en la participación.
       *[in] Los estudiantes excusados cuentan en la participación.
    }
doc-computed-participation-full-year = La participación es la de los estudiantes de un año académico completo.
doc-computed-years =
    { $count ->
        [one] Un año.
       *[other] { $count } años juntos.
    }
doc-minimums-caption = Mínimos
doc-minimum-n =
    { $n ->
        [one] al menos un estudiante
       *[other] al menos { $n } estudiantes
    }
doc-minimum-response = una tasa de respuesta de al menos { $rate }%
doc-enrollments-caption = Reglas sobre la matrícula
doc-column-rule = Regla
doc-enrollment-from =
    { $gap ->
        [0] Un año académico completo es la matrícula en la escuela sin interrupción desde el { $from } hasta el { $through }.
        [one] Un año académico completo es la matrícula en la escuela desde el { $from } hasta el { $through }, con interrupciones de un día como máximo.
       *[other] Un año académico completo es la matrícula en la escuela desde el { $from } hasta el { $through }, con interrupciones de { $gap } días como máximo.
    }
doc-enrollment-on = Para un año académico completo, un estudiante está matriculado en la escuela estos días: { $days }.
doc-enrollment-days = Para un año académico completo, un estudiante tiene al menos { $least } días de matrícula en la escuela.
doc-enrollment-share = Para un año académico completo, un estudiante tiene al menos el { $least } de { $of } días de matrícula en la escuela.
doc-enrollment-counts-on = Un estudiante cuenta en la escuela del { $day }.
doc-enrollment-most-days = Un estudiante cuenta en la escuela con más días de matrícula.
doc-enrollment-open-ended = Una estancia sin último día continúa.

doc-identifier = Una escuela se identifica por { $columns }.
doc-identifier-digits =
    { $count ->
        [one] { $columns } (una cifra)
       *[other] { $columns } ({ $count } cifras)
    }
doc-file-column =
    { $role ->
        [measure] En un archivo largo, la medida se nombra en { $columns }.
        [value] En un archivo largo, el valor está en { $columns }.
        [year] El año está en { $columns }.
        [group] El grupo de estudiantes está en { $columns }.
       *[program] El programa está en { $columns }.
    }
doc-school-name = Su nombre está en { $columns }.
doc-facts-caption = Datos de una escuela
doc-fact-kind =
    { $kind ->
        [number] número
        [set] varias palabras
       *[word] palabra
    }
doc-absences-caption = Textos que significan «ningún valor»

doc-reference-version = Versión: { $version }.
doc-reference-values =
    { $count ->
        [one] Un valor.
       *[other] { $count } valores.
    }
doc-reference-between =
    { $between ->
        [lower] Un valor entre dos filas tiene el percentil de la menor.
       *[linear] Entre dos filas, el percentil sigue una línea recta.
    }
doc-label-when = { $label } cuando { $condition }.
doc-overrides-how = Quién decidió, cuándo y por qué consta junto a cada calificación que se cambia así.
doc-published-how = Donde un archivo trae los resultados de la propia autoridad, se comparan y nunca entran en el cálculo.
doc-published-node = { $what }: { $columns }.
doc-published-parts = Cada parte de { $what }: { $columns }.
doc-published-weights = El peso de cada parte de { $what }: { $columns }.
doc-published-model = Solo para { $model }.
doc-published-tolerance = Una diferencia de hasta { $tolerance } todavía coincide.

## Qué no es seguro

doc-doubts = Qué no está verificado
doc-doubts-how = No dé esto por seguro antes de ver usted la fuente.
doc-doubts-none = Nada: quien escribió esta política leyó todas las fuentes, y ninguna regla está marcada como dudosa.
doc-doubts-marked = Reglas que su autor marca como dudosas:
doc-doubts-silent = Lo que las fuentes no dicen:
doc-doubts-unread = Textos que su autor no ha leído:
doc-doubt-item = { $where }: { $words }
doc-doubt-grid =
    { $count ->
        [one] { $where }: una celda
       *[other] { $where }: { $count } celdas
    }
doc-doubt-source = { $title }
doc-doubt-source-note = { $title }: { $note }

## El documento

doc-effective-both = Del { $from } al { $until }
doc-effective-from = Desde el { $from }
doc-effective-until = Hasta el { $until }
