### Preguntas a las calificaciones: gráficos, escuelas y marcos lado a lado, una escuela a lo largo de los años y qué pasaría si.

questions-heading = Mirar de cerca
question-working = Calculando…
question-kinds = ¿Obtienen mejores puntajes algunos tipos de escuelas?
question-no-kinds = Sus archivos no dicen de qué tipo son estas escuelas. Agregue un archivo con una columna como “Gobierno” o “Región”, una fila por escuela.
question-governance = ¿Obtienen las escuelas chárter mejores puntajes que las del distrito?
question-group = ¿Cambian los puntajes según { $kind }?
question-by = Comparar por
question-medians = El puntaje del medio: { $list }.
question-median = { $name } { $score }
question-middle = Puntaje del medio
question-end = Con “{ $rating }”: { $list }.
question-of = { $name } { $count } de { $all }
question-show = Mostrar en la tabla solo:
question-few = Menos de cinco escuelas, así que léase con cuidado: { $list }.
question-without =
    { $count ->
        [one] De una escuela los archivos no lo dicen.
       *[other] De { $count } escuelas los archivos no lo dicen.
    }
question-growth = ¿Quién crece, sean cuales sean los resultados?
question-two = ¿Van juntas dos medidas?
question-trend = ¿Están mejorando las escuelas?
question-frameworks = ¿Qué diría otro marco?
question-frameworks-text = Vea qué escuelas cambiarían, de qué a qué y por qué.
shares-schools =
    { $count ->
        [one] { $count } escuela
       *[other] { $count } escuelas
    }

## Dos medidas, un punto por escuela

axis-up = Hacia arriba
axis-across = Hacia la derecha
scatter-title = { $up }, frente a { $across }
scatter-text =
    { $count ->
        [one] Una escuela.
       *[other] { $count } escuelas.
    }
scatter-answer =
    { $count ->
        [0] Ninguna escuela está en la mitad superior por “{ $up }” y en la inferior por “{ $across }”.
        [one] Una escuela está en la mitad superior por “{ $up }”, aunque en la inferior por “{ $across }”.
       *[other] { $count } escuelas están en la mitad superior por “{ $up }”, aunque en la inferior por “{ $across }”.
    }
scatter-none = Ninguna escuela tiene “{ $up }” y también “{ $across }”. Elija otras medidas.
scatter-point = Señale un punto para ver la escuela. La tabla las tiene todas.
scatter-middle = Las líneas discontinuas están en el medio de cada medida: a cada lado queda la mitad de las escuelas que la tienen.
scatter-without =
    { $count ->
        [one] A una escuela le falta una de las dos.
       *[other] A { $count } escuelas les falta una de las dos.
    }
scatter-models = Aquí pueden faltar tipos de escuela que se califican con otras medidas.
corner-heading = Parte del gráfico
corner-which = Cuáles
corner-show = Mostrarlas
corner-both = Altas en ambas
corner-up = Altas en “{ $up }”, bajas en “{ $across }”
corner-across = Bajas en “{ $up }”, altas en “{ $across }”
corner-neither = Bajas en ambas

## Años

trend-heading = A lo largo de los años
trend-lead = Cada año se califica con el marco elegido ahora, con las medidas de ese año.
trend-year = Año
trend-one-year = Sus archivos no tienen años anteriores. Agregue archivos de años anteriores, con una columna como “Año”, para ver si sube o baja.
trend-no-measures = sin medidas en los archivos
trend-nothing = nada en los archivos
trend-absent = Los archivos no tienen ninguna medida del marco para { $years }.
trend-undated =
    { $count ->
        [one] Una medida no tiene año en los archivos. Cuenta igual en todos los años.
       *[other] { $count } medidas no tienen año en los archivos. Cuentan igual en todos los años.
    }
trend-moves =
    De { $before } a { $now }: { $up } suben, { $down } bajan, { $same } siguen igual, de { $all ->
        [one] una escuela calificada
       *[other] { $all } escuelas calificadas
    } en ambos años.

## Elegir escuelas para comparar

chosen-hint = Marque hasta { $most } escuelas para verlas lado a lado.
chosen-column = Comparar
chosen-choose = Comparar { $name }
chosen-said =
    { $count ->
        [one] Para comparar:
       *[other] Para comparar ({ $count } de 4):
    }
chosen-more = Elija una escuela más.
chosen-compare = Comparar lado a lado
chosen-clear = No elegir ninguna

## Escuelas lado a lado

sides-title = Comparar escuelas
sides-heading = Escuelas lado a lado
sides-choose = Elija de dos a cuatro escuelas en la tabla de calificaciones, cada una con su casilla. Después vuelva aquí.
sides-lead = Lo que difiere está marcado. Los puntos están en la escala del propio marco, así que más puntos siempre es mejor.
sides-models = Estas escuelas se califican con modelos distintos. Una raya significa que el modelo de la escuela no tiene esa parte.
sides-differing = Solo lo que difiere
sides-remove-named = Quitar { $name } de la comparación
sides-points =
    { $count ->
        [one] { $points } punto
       *[other] { $points } puntos
    }
sides-most = ▲ más
sides-fewest = ▼ menos

## Dos marcos con los mismos archivos

moves-title = Comparar marcos
moves-heading = ¿Qué diría otro marco?
moves-lead = Los mismos archivos, calificados con dos marcos. Vea qué escuelas cambian y dónde se separan los dos cálculos.
moves-now = Calificadas con
moves-with = Comparado con
moves-choose = Elija un marco
moves-empty = Elija un segundo marco. Puede ser otra versión, o una copia en la que usted cambió una regla.
moves-open = Abrir un marco propio
moves-documents = Qué difiere entre los dos documentos
moves-unfit = Este marco no puede calificar ninguna de estas escuelas: lo que necesita no está en ningún archivo.
moves-summary =
    { $moved ->
        [0] { $all ->
            [one] La escuela tiene la misma calificación con ambos.
           *[other] Las { $all } escuelas tienen la misma calificación con ambos.
        }
       *[other] { $moved } de { $all } escuelas cambian: { $up } suben, { $down } bajan{ $otherwise ->
            [0] {""}
           *[other] , { $otherwise } pasan a una respuesta que no es ni lo uno ni lo otro
        }.
    }
moves-same-data = Ambos con los mismos archivos y del mismo año.
moves-which = Qué escuelas cambian y por qué
moves-from = Ahora
moves-to = Con el otro
moves-scores = Puntajes
moves-why = Dónde se separan los cálculos
moves-no-common = Los dos no tienen ningún paso del mismo nombre.
moves-all = Mostrar las { $count }
moves-up = sube a
moves-down = baja a
moves-otherwise = cambia a
moves-crossing = De qué a qué
moves-crossing-lead = Las filas son las calificaciones de ahora; las columnas, las del otro marco. Los números con borde son escuelas que cambian.
moves-from-to = Ahora ↓ · Con el otro →

## Qué pasaría si

what-if-heading = Pruebe: ¿qué pasaría si…?
what-if-lead = Mueva una medida y vea al instante qué diría el marco. Todas las demás escuelas quedan como están, y también todo con lo que se compara la escuela.
what-if-none = Mueva una medida para empezar. Aquí aparecerá lo que cambiaría.
what-if-overridden = Esta calificación fue sustituida. Mueva una medida para ver qué darían las reglas por sí solas.
what-if-now = ahora: { $value }
what-if-number = { $name }, como número
what-if-reset = Restablecer
what-if-reset-named = Restablecer { $name }
what-if-reset-all = Restablecer todo
what-if-would = Sería
what-if-same = La calificación seguiría siendo “{ $rating }”.
what-if-changed = La calificación pasaría de “{ $before }” a “{ $after }”.
what-if-score = El puntaje sería { $score } ({ $change }).
what-if-score-same = El puntaje seguiría en { $score }.
what-if-steps = Qué saldría de otra manera
what-if-points = { $name }: puntos
what-if-not-stored = Esto es solo una prueba. La calificación de la escuela no ha cambiado y nada de esto se guarda.
unit-percent = por ciento
unit-percentile = percentil
unit-points = puntos
unit-scale-score = puntaje de escala
unit-students = estudiantes
