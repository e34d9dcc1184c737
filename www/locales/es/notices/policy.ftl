### Lo que se dice sobre los documentos de normas. El lugar (línea, puntero JSON) se muestra junto a las palabras.

## JSON

policy-not-json =
    { $problem ->
        [ends-early] El archivo termina antes de estar completo.
        [trailing-comma] Hay una coma después de la última entrada.
        [text-after-end] Hay más texto después del final del documento.
        [key-not-text] Aquí hay un nombre sin comillas.
        [colon-missing] Faltan los dos puntos después de un nombre.
        [list-comma-missing] Falta una coma entre las entradas de una lista, o el corchete que la cierra.
        [object-comma-missing] Falta una coma entre las entradas de un objeto, o la llave que lo cierra.
        [value-missing] Falta un valor, o aquí hay algo que no es un valor.
        [line-break-in-text] Un texto contiene un salto de línea o un tabulador.
        [backslash] Un texto contiene una barra invertida que no inicia nada conocido.
        [number] Un número no está escrito como se escriben los números en JSON.
       *[other] Esto no es JSON.
    } (Columna { $position }.)
    .remedy =
        { $problem ->
            [ends-early] Compruebe que el archivo se guardó completo y que cada llave, corchete y comilla está cerrado.
            [trailing-comma] Borre la última coma.
            [text-after-end] Borre lo que sigue a la última llave. Una norma es un solo objeto JSON.
            [key-not-text] Ponga el nombre entre comillas dobles. JSON no tiene comentarios; use una nota.
            [colon-missing] Escriba el nombre entre comillas, dos puntos y después el valor.
            [list-comma-missing] Ponga una coma entre las entradas, o un corchete después de la última.
            [object-comma-missing] Ponga una coma entre las entradas, o una llave después de la última.
            [value-missing] Escriba un texto entre comillas dobles, un número entero, true, false, una lista o un objeto. JSON no tiene comentarios.
            [line-break-in-text] Escriba \n para un salto de línea y \t para un tabulador.
            [backslash] Escriba dos barras invertidas en lugar de una.
            [number] Escriba el número como texto entre comillas, por ejemplo "0.5".
           *[other] Corrija el texto aquí. Un editor que conoce JSON marca el lugar.
        }
policy-too-deep = Aquí hay demasiadas listas y objetos, unos dentro de otros.
    .remedy = Use como máximo 100 niveles. Dé un nombre propio a las partes profundas, donde la norma lo permita.
policy-duplicate-key = “{ $key }” aparece dos veces en el mismo objeto.
    .remedy = Borre uno de los dos o cámbiele el nombre.
policy-number-not-text = El número { $written } no está entre comillas, por lo que su valor exacto no es seguro.
    .remedy = Escríbalo entre comillas: "{ $written }". Solo los números enteros pueden ir sin comillas.

## Campos y tipos

policy-unknown-field =
    { $suggestion ->
        [none] Aquí no existe el campo “{ $field }”.
       *[other] Aquí no existe el campo “{ $field }”. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Corrija el nombre o borre el campo. Aquí puede haber estos campos: { $fields }.
policy-missing-field = Aquí falta el campo “{ $field }”.
    .remedy = Agregue “{ $field }”.
policy-wrong-type =
    Aquí hay { $found ->
        [null] nada (null)
        [true-false] verdadero o falso
        [whole-number] un número entero
        [text] un texto
        [list] una lista
        [object] un objeto
       *[other] otra cosa ({ $found })
    }, pero se necesita { $expected ->
        [null] nada (null)
        [true-false] verdadero o falso
        [whole-number] un número entero
        [number] un número
        [text] un texto
        [list] una lista
        [object] un objeto
        [choice] el nombre de una opción
        [date] una fecha
        [year-day] un día del año escolar
        [web-address] una dirección web
        [words] un texto
        [citation] una cita
        [condition] una condición
        [literal] un valor
       *[other] { $expected }
    }.
    .remedy =
        { $expected ->
            [null] Escriba null o borre el campo.
            [true-false] Escriba true o false, sin comillas.
            [whole-number] Escriba un número entero sin comillas, por ejemplo 10.
            [number] Escriba un número como texto, por ejemplo "92.5", "92.5%" o "5/3", o un número entero.
            [text] Escriba un texto entre comillas dobles.
            [list] Escriba una lista entre corchetes, aunque tenga una sola entrada.
            [object] Escriba un objeto entre llaves, con nombres y valores.
            [choice] Escriba la opción entre comillas, o un objeto con la opción como único nombre.
            [date] Escriba una fecha como año-mes-día entre comillas, por ejemplo "2019-08-31".
            [year-day] Escriba un día de cada año escolar como mes-día entre comillas, por ejemplo "10-01".
            [web-address] Escriba entre comillas una dirección que empiece con https://.
            [words] Escriba un texto entre comillas, o un objeto con un texto para cada idioma.
            [citation] Escriba el nombre de una fuente entre comillas, con el lugar después de dos puntos, por ejemplo "handbook: page 9".
            [condition] Escriba un objeto con “all”, “any”, “not”, “atLeast” y “of”, o “fact”.
            [literal] Escriba un texto entre comillas, un número entero, true o false.
           *[other] Consulte en la guía cómo se escribe esta parte.
        }
policy-out-of-range = { $value } no se permite aquí.
    .remedy = Escriba un número entero de { $least } a { $most }.
policy-not-a-number =
    { $problem ->
        [empty] Aquí no hay ningún número.
        [scientific] “{ $written }” está escrito en forma abreviada, por lo que pueden haberse perdido cifras.
        [zero-denominator] “{ $written }” divide entre cero.
        [too-many-digits] Este número tiene demasiadas cifras.
       *[other] “{ $written }” no es un número.
    }
    .remedy = Escriba un decimal, un porcentaje o una fracción como texto, por ejemplo "92.5", "92.5%" o "5/3". No escriba separadores de miles.
policy-invalid-value =
    { $expected ->
        [date] “{ $written }” no es una fecha.
        [year-day] “{ $written }” no es un día del año escolar.
        [web-address] “{ $written }” no es una dirección web.
        [true-false] “{ $written }” no es ni verdadero ni falso.
       *[other] “{ $written }” no puede estar aquí.
    }
    .remedy =
        { $expected ->
            [date] Escriba un día que exista en el calendario como año-mes-día, por ejemplo "2019-08-31".
            [year-day] Escriba el mes y el día con dos cifras cada uno, por ejemplo "10-01".
            [web-address] Escriba una dirección que empiece con https:// o http://, sin espacios.
            [true-false] Escriba true o false.
           *[other] Consulte en la guía cómo se escribe esta parte.
        }
policy-unknown-choice =
    { $suggestion ->
        [none] “{ $written }” no es una de las opciones.
       *[other] “{ $written }” no es una de las opciones. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Escriba una de estas: { $choices }.
policy-one-choice = Aquí debe haber exactamente una de varias opciones.
    .remedy = Deje una de estas y ninguna más: { $choices }.
policy-wrong-length =
    Esta lista tiene { $found ->
        [one] { $found } entrada
       *[other] { $found } entradas
    }, pero debe tener { $expected }.
    .remedy = Agregue lo que falta o borre lo que sobra.
policy-empty = Esto está vacío.
    .remedy = Agregue al menos una entrada, o borre el campo entero si no hace falta.

## Nombres, fechas y fuentes

policy-unknown-source =
    { $suggestion ->
        [none] La norma no tiene la fuente “{ $cited }”.
       *[other] La norma no tiene la fuente “{ $cited }”. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Cite una de las fuentes de la norma ({ $sources }), o agregue la fuente a su lista.
policy-source-name = No se puede citar una fuente con el nombre “{ $name }”.
    .remedy = Dele un nombre corto, sin dos puntos y sin espacios al principio o al final.
policy-identifier = “{ $written }” no puede ser el identificador de una norma.
    .remedy = Use letras minúsculas sin acento, cifras, guiones y puntos, por ejemplo my-district.framework. Empiece y termine con una letra o una cifra.
policy-dates-reversed = Terminaría el { $until }, antes de empezar el { $from }.
    .remedy = Intercambie las dos fechas o corrija una.

## Calificaciones y condiciones

policy-duplicate-level = El nivel “{ $level }” aparece dos veces en esta escala.
    .remedy = Borre uno de los dos o cámbiele el nombre.
policy-unknown-level =
    { $suggestion ->
        [none] La calificación no tiene el nivel “{ $written }”.
       *[other] La calificación no tiene el nivel “{ $written }”. ¿Quiso decir “{ $suggestion }”?
    }
    .remedy = Escriba uno de sus niveles: { $levels }.
policy-test-does-not-fit =
    “{ $test }” no se puede preguntar de { $kind ->
        [number] un número
        [text] un texto
        [rating] una calificación
        [set] un conjunto de nombres
        [true-false] algo que es verdadero o falso
       *[other] este dato
    }.
    .remedy =
        { $kind ->
            [number] Pregunte atLeast, atMost, above, below, equals, in o known.
            [rating] Pregunte atLeast, atMost, above, below, equals, in o known.
            [set] Pregunte contains, containsAny o known.
           *[other] Pregunte equals, in o known.
        }
