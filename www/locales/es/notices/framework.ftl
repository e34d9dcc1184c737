### Lo que se dice de las definiciones de marcos y de calificar con ellos. El lugar (línea, puntero JSON; o archivo, línea,
### columna, escuela) aparece junto a las palabras.

## El documento

framework-not-a-framework =
    { $found ->
        [none] Este documento no dice que sea un marco.
       *[other] Este documento es “{ $found }”, no “{ $expected }”.
    }
    .remedy = Escriba "evenhand": "{ $expected }" al principio, si es un marco para esta versión del lenguaje.
framework-too-large = Con sus listas desarrolladas, el documento tiene más de { $limit } valores.
    .remedy = Use listas más cortas, o menos listas en un mismo nombre. Dos listas en un nombre son todos los pares de sus elementos.

## Listas y marcadores

framework-unknown-list =
    { $suggestion ->
        [none] No existe la lista “{ $name }”.
       *[other] No existe la lista “{ $name }”. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Corrija el nombre entre llaves o agregue la lista a “lists”.
framework-unknown-property = El elemento “{ $item }” no tiene “{ $property }”.
    .remedy = Dé a cada elemento de la lista la propiedad “{ $property }”, o quítela de las llaves aquí.
framework-nothing-to-repeat = El marcador “{ $name }” está donde no se puede repetir nada.
    .remedy = Ponga el marcador también en el nombre de la entrada, o escriba "for": "{ $name }" en el objeto, si el objeto está en una lista.

## Nodos y referencias

framework-no-operator =
    { $suggestion ->
        [none] Este nodo no tiene operador.
       *[other] Este nodo no tiene operador. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Dele uno de estos: { $operators }.
framework-several-operators = Este nodo tiene varios operadores: { $operators }.
    .remedy = Deje uno y haga nodos propios de los demás.
framework-one-effect = Una condición de paso (“gate”) tiene exactamente un efecto, y esta no tiene ninguno o tiene varios.
    .remedy = Deje uno de estos: { $effects }.
framework-name-taken = El nombre “{ $name }” designa dos cosas entre los datos, las medidas y los nodos.
    .remedy = Cambie uno de los nombres. El nodo que da los puntos de una medida puede llamarse “{ $name }.points”.
framework-bad-name = “{ $name }” no puede ser el nombre de un dato, una medida o un nodo.
    .remedy = Use palabras y puntos, sin # ni @, sin espacios en los extremos, y que no sea un número.
framework-bad-reference = “{ $written }” no se puede leer como referencia, por “{ $part }”.
    .remedy = Después de un nombre puede ir #participation, #n o #response-rate, y luego @ y un número entero de años, por ejemplo @-1.
framework-unknown-reference =
    { $suggestion ->
        [none] No existe ningún dato, medida o nodo “{ $name }”.
       *[other] No existe ningún dato, medida o nodo “{ $name }”. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Corrija el nombre o agregue lo que nombra.
framework-not-a-measure = “{ $name }” no es una medida, por lo que no tiene { $attribute }.
    .remedy = Pregunte a la medida misma, por ejemplo growth#{ $attribute }. Los datos y los nodos solo tienen su valor.
framework-unknown-name =
    { $suggestion ->
        [none] No existe “{ $name }” en “{ $kind }”.
       *[other] No existe “{ $name }” en “{ $kind }”. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Corrija el nombre o agréguelo a “{ $kind }”.
framework-cycle = Estos necesitan los valores unos de otros, en círculo: { $path }.
    .remedy = Quite una de las referencias, para que cada valor se pueda calcular a partir de otros.
framework-too-many-levels = Una cadena de nodos, cada uno de los cuales necesita el siguiente, tiene más de { $limit }.
    .remedy = Calcule más en un solo nodo o acorte la cadena.
framework-wrong-kind =
    “{ $name }” es { $found ->
        [number] un número
        [rating] una calificación
       *[word] una palabra
    }, y aquí se necesita { $expected ->
        [number] un número
        [rating] una calificación
       *[word] una palabra
    }.
    .remedy = Nombre otro valor, o conviértalo con una escala: las bandas hacen puntos o calificaciones de números, y una tabla “lookup” hace puntos de palabras y calificaciones.
framework-part-count =
    { $found ->
        [0] “{ $operator }” no tiene partes.
        [one] “{ $operator }” tiene { $found } parte.
       *[other] “{ $operator }” tiene { $found } partes.
    }
    .remedy = “divide” lleva dos, “subtract” dos o más, los demás una o más.
framework-unused = Ninguna calificación, etiqueta o comparación necesita “{ $name }”.
    .remedy = Úselo, póngalo entre los indicadores de un modelo para que se vea, o bórrelo.

## Calificaciones

framework-unknown-rating =
    { $suggestion ->
        [none] No existe la calificación “{ $rating }”.
       *[other] No existe la calificación “{ $rating }”. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Escríbala como está en “ratings”, o agréguela allí.
framework-ambiguous-rating = La calificación “{ $rating }” está en varias escalas: { $scales }.
    .remedy = Diga cuál se entiende: agregue "ratings" con el nombre de una de ellas junto a la regla.
framework-no-model = El marco no tiene ningún modelo, por lo que no puede calificar ninguna escuela.
    .remedy = Agregue uno a “models”: su etiqueta y el nodo que es la calificación.

## Escalas, cuadrículas y distribuciones

framework-one-kind-of-scale = Una escala tiene exactamente uno de “bands”, “lookup” y “linear”.
    .remedy = Deje uno y haga escalas propias de los demás.
framework-one-result = Esta fila no da nada, o da más de una cosa.
    .remedy = Dele uno de “points”, “rating”, “outcome” y “unknown”.
framework-dead-row = Ningún valor puede llegar a la fila { $row }.
    .remedy = Las filas se leen desde arriba. Ponga antes la fila más estrecha, corrija sus límites o bórrela.
framework-overlap = Las filas { $first } y { $second } reclaman los mismos valores.
    .remedy = Corrija un límite. “atLeast” y “atMost” incluyen el número mismo; “above” y “below” no.
framework-gap =
    { $lower ->
        [none] Los valores por debajo de { $upper } no tienen fila.
       *[other] { $upper ->
            [none] Los valores por encima de { $lower } no tienen fila.
           *[other] Algunos valores entre { $lower } y { $upper } no tienen fila.
        }
    }
    .remedy = Corrija los límites o agregue una fila. Si todos los valores son números enteros, escriba "wholeNumbers": true. Si la fuente no lo dice, agregue una fila con "unknown".
framework-anchors-not-ascending = El valor { $value } no es mayor que el anterior.
    .remedy = Ordene los puntos, el valor más bajo primero, cada valor una vez.
framework-too-few-anchors = Aquí faltan puntos.
    .remedy = Una escala lineal necesita al menos dos. Una distribución necesita “values” o “anchors”.
framework-range-reversed = El extremo inferior { $lower } está por encima del superior { $upper }.
    .remedy = Escriba primero el inferior.
framework-grid-shape = Las celdas no corresponden a { $rows } filas y { $columns } columnas.
    .remedy = Escriba una lista por fila, con una celda por columna. Una celda que la fuente no da es null.
framework-category-mismatch = “{ $category }” está solo en uno de dos lugares: la medida “{ $measure }” y la tabla “lookup”.
    .remedy = Escriba las mismas palabras en “categories” de la medida y en “lookup” de la escala.

## Ponderaciones

framework-weights-total = Las ponderaciones suman { $found }, no { $expected }.
    .remedy = Corrija una ponderación o el total. Escriba los tercios como fracciones: "5/3", no "1.67".
framework-negative-weight = La ponderación { $weight } es menor que cero.
    .remedy = Corríjala. Para restar algo, use “subtract” o una penalización.
framework-shares-total = Las partes suman { $found }, no 1.
    .remedy = Escriba partes de la ponderación movida que sumen 1, por ejemplo "1/2" y "1/2".
framework-step-unclear = Este paso de la redistribución dice muy poco o demasiado.
    .remedy = Escriba uno de “ifMissing” e “ifAllMissing”, y uno de “becomes”, “to” y “toPresent”. “otherwise” va solo con “toPresent”.
framework-redistribution-cycle = La ponderación de “{ $from }” va a “{ $to }”, cuyo propio paso ya pasó. Se quedaría allí si este también falta.
    .remedy = Ponga el paso de “{ $to }” después de este, o envíe la ponderación a otro lugar.
framework-not-a-part =
    { $suggestion ->
        [none] “{ $part }” no es parte de las ponderaciones “{ $weights }”.
       *[other] “{ $part }” no es parte de las ponderaciones “{ $weights }”. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Nombre una parte como está en la tabla de ponderaciones, o agréguela allí.
framework-part-without-step = La redistribución no dice qué pasa si falta “{ $part }”.
    .remedy = Agregue un paso para esta parte, o “leftover”. Sin ellos, una escuela a la que le falta queda sin determinar.

## Fuentes, medidas y comparaciones

framework-no-citation = La regla “{ $rule }” no tiene fuente.
    .remedy = Agregue "cite" con el nombre de una fuente y el lugar en ella, por ejemplo "handbook: page 9".
framework-measure-without-origin = Esta medida no se informa ni se calcula.
    .remedy = Agregue “reported” con sus columnas, o “computed” con cómo se calcula a partir de los registros de estudiantes.
framework-published-unclear = No está claro qué se compara aquí.
    .remedy = Escriba uno de “node”, “partsOf” y “weightsOf”, y la columna (“column”) o el atributo (“attribute”) que tiene el resultado publicado.

## Calificar con un marco

framework-measure-not-in-file =
    Ningún archivo tiene la medida “{ $measure }”. { $schools ->
        [one] { $schools } escuela la espera.
       *[other] { $schools } escuelas la esperan.
    }
    .remedy =
        Agregue el archivo que la tiene, o elija la columna que la contiene.{ $columns ->
            [none] {""}
           *[other] { " " }El marco busca: { $columns }.
        }
framework-ambiguous-column = Varias columnas podrían contener la medida “{ $measure }”: { $columns }.
    .remedy = Elija la columna que la contiene.
framework-fact-contradicts = Las filas de esta escuela dicen cosas distintas sobre “{ $fact }”: { $texts }.
    .remedy = Corrija el archivo, o dé “{ $fact }” en un archivo con una fila por escuela.
framework-unreadable-number = “{ $text }” no es un número, por lo que aquí no se conoce “{ $measure }”.
    .remedy = Corrija la celda. Si el texto representa un valor que falta, agréguelo a “absences” del marco.
framework-unknown-category =
    { $suggestion ->
        [none] “{ $text }” no es ninguna de las palabras de “{ $measure }”.
       *[other] “{ $text }” no es ninguna de las palabras de “{ $measure }”. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Corrija la celda, o agregue la palabra a “categories” de la medida y a su escala.
framework-out-of-range = “{ $text }” está fuera del rango de “{ $measure }”, de { $low } a { $high }. No se usó.
    .remedy = Corrija la celda. Si el archivo escribe 0.925 por 92.5 por ciento, el marco necesita "times": "100".
framework-below-minimum =
    { $year ->
        [none] “{ $measure }” se basa en muy pocos estudiantes o respuestas para este marco. Cuenta como ausente.
       *[other] “{ $measure }” de { $year } se basa en muy pocos estudiantes o respuestas para este marco. Cuenta como ausente.
    }
    .remedy = No hay que hacer nada. Lo dice el mínimo del marco.
framework-impossible-number =
    { $attribute ->
        [n] “{ $text }” no puede ser el número de estudiantes de “{ $measure }”. No se usó.
        [weight] “{ $text }” no puede ser un peso, y “{ $measure }” lo es. No se usó.
       *[other] “{ $text }” no puede ser una tasa de “{ $measure }” en por ciento. No se usó.
    }
    .remedy =
        { $attribute ->
            [n] Corrija la celda. Un número de estudiantes es un número entero, 0 o más.
            [weight] Corrija la celda. Un peso es 0 o más.
           *[other] Corrija la celda. Una tasa está entre 0 y 100.
        }
framework-column-not-in-file =
    Ningún archivo tiene la columna con { $attribute ->
        [n] el número de estudiantes
        [participation] la tasa de participación
       *[other] la tasa de respuesta
    } de: { $measures }.{ $attribute ->
        [participation] {""}
       *[other] { " " }El mínimo del marco no se comprueba para ellas.
    }
    .remedy =
        Agregue la columna o corrija su encabezado.{ $columns ->
            [none] {""}
           *[other] { " " }El marco busca: { $columns }.
        } Si la autoridad misma aplicó el mínimo, no hay que hacer nada.
framework-optional-not-in-file = Ningún archivo tiene estas medidas opcionales: { $measures }. Cuentan como ausentes en todas las escuelas.
    .remedy =
        Si un archivo debería tenerlas, revise sus encabezados y sus grupos de estudiantes.{ $columns ->
            [none] {""}
           *[other] { " " }El marco busca: { $columns }.
        }
framework-facts-not-in-file = Ningún archivo dice esto de las escuelas: { $facts }. Donde el marco da un valor usual, se tomó ese.
    .remedy =
        Si un archivo debería tenerlo, revise sus encabezados.{ $columns ->
            [none] {""}
           *[other] { " " }El marco busca: { $columns }.
        }
framework-heading-alike = Ningún archivo tiene el encabezado “{ $column }” para “{ $measure }”. El encabezado “{ $suggestion }” se le parece, y nada lo lee.
    .remedy = Si es el mismo, corrija el encabezado en el archivo, agréguelo al marco o elija la columna en la página Calificar.
framework-published-not-in-file = El marco compara sus resultados con los publicados, y ningún archivo tiene estos: { $columns }.
    .remedy = Para comparar, agregue el archivo que los tiene. Las calificaciones no lo necesitan.
framework-condition-undetermined =
    Para { $schools ->
        [one] { $schools } escuela
       *[other] { $schools } escuelas
    } la condición de “{ $name }” ni se cumple ni deja de cumplirse, porque falta un valor: { $needs }. Lo que la necesita espera.
    .remedy = Diga en el marco qué vale cuando no hay valor: escriba "whenUnknown": "met" o "not-met" en la condición, o pregunte primero si es "known".
framework-label-undetermined =
    No se sabe si { $schools ->
        [one] { $schools } escuela lleva
       *[other] { $schools } escuelas llevan
    } la etiqueta “{ $label }”. Depende de: { $needs }.
    .remedy = Agregue un archivo que lo tenga o llene las celdas en blanco. Si la etiqueta no se aplica sin ello, escriba "whenUnknown": "not-met" en la condición de la etiqueta.
framework-no-model-fits = Ningún modelo del marco es para esta escuela: { $models }.
    .remedy = Revise las columnas que dicen la clase de escuela, o agregue un archivo que las tenga.
framework-model-undetermined = No se sabe qué modelo es para esta escuela. Depende de: { $needs }.
    .remedy = Agregue un archivo que lo diga para esta escuela, o llene la celda en blanco.
framework-no-row-fits = El valor { $value } no cabe en ninguna fila de la escala “{ $scale }”.
    .remedy = Revise el valor. Si es correcto, la escala necesita una fila para él.

## Cambios hechos por personas y elecciones

framework-override-school =
    { $suggestion ->
        [none] Ningún archivo tiene la escuela “{ $school }”, cuya calificación se iba a cambiar.
       *[other] Ningún archivo tiene la escuela “{ $school }”, cuya calificación se iba a cambiar. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Escriba el identificador como está en la lista de calificaciones.
framework-override-incomplete = Al cambio le falta algo: { $missing }.
    .remedy = Diga quién (who) lo decidió, cuándo (when; como año-mes-día) y por qué (why).
framework-override-rating =
    { $suggestion ->
        [none] “{ $rating }” no es ninguna calificación ni resultado de este marco.
       *[other] “{ $rating }” no es ninguna calificación ni resultado de este marco. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Elija una de las calificaciones o resultados del marco.
framework-override-without-rule = El marco no tiene ninguna regla por la que una persona pueda cambiar una calificación. El cambio se aplicó.
    .remedy = Retírelo, o agregue “overrides” con la regla y su fuente al marco.
framework-unknown-year = Ningún archivo tiene el año “{ $year }”. Hay: { $years }.
    .remedy = Elija uno de los años de los archivos o agregue el archivo de ese año.
framework-only-other-years = “{ $measure }” está en los archivos para { $years }, pero no para { $year }, el año que se califica.
    .remedy = Agregue el archivo de { $year } o elija otro año. Un valor de otro año nunca se usa en su lugar.
framework-unknown-choice =
    { $suggestion ->
        [none] La columna “{ $column }” no se puede usar para “{ $measure }”: una de las dos no existe.
       *[other] La columna “{ $column }” no se puede usar para “{ $measure }”: una de las dos no existe. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Elija una columna de los archivos y una medida del marco.

## Medidas calculadas con registros de estudiantes

framework-unknown-element =
    { $suggestion ->
        [none] Los registros de estudiantes no tienen el elemento “{ $element }”.
       *[other] Los registros de estudiantes no tienen el elemento “{ $element }”. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Use el nombre de un elemento como los enumera la guía, por ejemplo "assessmentAcademicSubject".
framework-not-countable = Esta estadística no se puede calcular con { $elements }.
    .remedy = Use un número para una media, una mediana o una tasa, y palabras (niveles, sí y no) para un porcentaje o un índice. La guía enumera qué es cada elemento.
framework-not-counted = “{ $measure }” no se contó en los archivos de estudiantes: se contaron para otras políticas.
    .remedy = Agregue de nuevo los archivos de estudiantes mientras esta política esté elegida.
framework-not-in-records =
    { $found ->
        [none] { $element ->
            [assessmentRegistrationParticipationIndicator] “{ $measure }” pregunta quién no hizo la prueba, y ninguna fila que cuenta dice de un estudiante que no la hizo o que estaba exento. Así que no se sabe si todos la hicieron.
           *[other] “{ $measure }” pide “{ $element }”, y ninguna fila que cuenta de los archivos de estudiantes lo tiene: no hay tal columna, no contiene nada, o las filas que lo tienen quedaron fuera.
        }
       *[other] “{ $measure }” pide { $wanted } en “{ $element }”. Los archivos de estudiantes solo tienen { $found } allí.
    }
    .remedy =
        { $element ->
            [assessmentRegistrationParticipationIndicator] Agregue un archivo que también tenga a los estudiantes que no hicieron la prueba. Si una regla como “cuenta el puntaje más alto” dejó fuera esas filas, lea el archivo sin la regla.
           *[other] Revise cómo se leen la columna y sus valores. Si el archivo los escribe de otra manera, asigne sus valores a los que nombra la política.
        }
framework-words-without-meaning = Los archivos de estudiantes tienen { $words } en “{ $element }”, y la política no dice qué significa eso para “{ $measure }”.
    .remedy = Asigne estos valores a los que nombra la política. Hasta entonces “{ $measure }” queda abierta para las escuelas que los tienen.
framework-years-not-in-records =
    { $found ->
        [none] “{ $measure }” necesita registros de estudiantes de { $years }, y no hay de ningún año.
       *[other] “{ $measure }” necesita registros de estudiantes de { $years }. Solo los hay de { $found }.
    }
    .remedy = Agregue los archivos de estudiantes de los años que faltan o elija otro año.
framework-stays-unknown =
    { $records ->
        [one] “{ $measure }” tiene una regla sobre la matrícula, y para un registro no se sabe si se cumple: faltan las estancias del estudiante o sus días, o se contradicen. No cuenta.
       *[other] “{ $measure }” tiene una regla sobre la matrícula, y para { $records } registros no se sabe si se cumple: faltan las estancias del estudiante o sus días, o se contradicen. No cuentan.
    }
    .remedy = Agregue el archivo de matrículas con el primer y el último día y los días de matrícula de cada estancia, o corríjalo. Si un último día vacío significa que el estudiante sigue allí, la política debe decirlo: "openEnded": true.
framework-computed-out-of-range = “{ $measure }” resulta en { $value }, que no está entre { $low } y { $high }. No se usa.
    .remedy = Revise cómo se lee la columna, por ejemplo si se tomaron puntajes por porcentajes.
framework-two-origins =
    { $used ->
        [computed] “{ $measure }” está tanto en un archivo de escuelas como en los registros de estudiantes. Se usa lo que dan los registros de estudiantes, como dice la política.
       *[reported] “{ $measure }” está tanto en un archivo de escuelas como en los registros de estudiantes. Se usa lo que dice el archivo de escuelas.
    }
    .remedy = No hay que hacer nada si así se quiere. Para usar solo uno de los dos, quite el otro archivo.
