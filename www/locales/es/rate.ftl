### La página Calificar: archivos, luego el marco, luego las calificaciones.

rate-title = Calificar escuelas
rate-navigation = Calificar
rate-door = Calificar sus escuelas
rate-door-text = Agregue las medidas publicadas de sus escuelas. Vea cada calificación, cómo se obtuvo y qué la cambiaría.
rate-heading = Calificar escuelas
rate-lead = Agregue las medidas publicadas de sus escuelas. Las calificaciones aparecen enseguida, con cada paso explicado.
rate-what = Qué puede agregar
rate-what-wide = Un archivo CSV o una hoja de Excel con una fila por escuela y una columna por medida.
rate-what-long = Uno con una fila por escuela y medida. Varios archivos se reúnen, y un archivo zip se abre.
rate-what-published = Los resultados que publicó su autoridad, si los tiene. Nunca se usan, solo se comparan.
rate-what-session = Una sesión que guardó aquí, o un marco propio. Ambos terminan en .json.
rate-example = ¿No tiene un archivo a mano?
    .text = Véalo todo con un distrito pequeño que inventamos: doce escuelas, dos archivos y un marco.
rate-failed = Por qué no hay calificaciones
example-button = Probar con un ejemplo ficticio

work-reading = Leyendo sus archivos…
work-rating = Calculando las calificaciones…
work-saving = Preparando el archivo…
work-stop = Detener

## Archivos

files-heading = Archivos
files-said =
    { $files ->
        [one] { $files } archivo
       *[other] { $files } archivos
    }, { $rows ->
        [one] { $rows } fila
       *[other] { $rows } filas
    }
files-unfold = Mostrar y cambiar archivos
files-fold = Ocultar archivos
files-add = Agregar archivos
files-add-more = Agregar más archivos
files-drop = o suéltelos en cualquier parte de esta página. Se quedan en su dispositivo.
files-drop-now = Suelte ahora sus archivos.
file-rows =
    { $rows ->
        [one] { $rows } fila
       *[other] { $rows } filas
    }, { $columns ->
        [one] { $columns } columna
       *[other] { $columns } columnas
    }
file-matched = reconocido: { $policy }
file-wide = Una fila por escuela. Las escuelas se distinguen por { $school }.
file-long = Una fila por escuela y medida. Las escuelas se distinguen por { $school }; las medidas, por “{ $measure }”.
file-needs-mapping = Este archivo aún no se usa. Diga cómo debe leerse.
file-map = Cambiar cómo se lee
file-map-named = Cambiar cómo se lee { $name }
file-remove = Quitar
file-remove-named = Quitar { $name }
file-refused = { $name } no se agregó
file-dismiss = Cerrar
file-dismiss-named = Cerrar el mensaje sobre { $name }
file-unreadable = Su navegador no pudo leer este archivo. Quizá se movió, se renombró o cambió. Vuelva a agregarlo.
file-crashed = El programa falló al leer este archivo. Es culpa nuestra. Todo lo demás sigue aquí.
choice-sheets = { $name } tiene { $count } hojas. ¿Cuáles contienen medidas de escuelas?
choice-files = { $name } contiene { $count } archivos. ¿Cuáles contienen medidas de escuelas?
choice-rows =
    { $rows ->
        [one] una fila
       *[other] { $rows } filas
    }
choice-size = { $size } MB
choice-nothing = Elija al menos uno.
choice-add-sheets = Agregar las hojas elegidas
choice-add-files = Agregar los archivos elegidos
choice-cancel = No agregar ninguno
undo = Deshacer
undo-removed = Se quitó { $name }.
undo-session = La sesión tomó el lugar de lo que había aquí.
undo-example = El ejemplo tomó el lugar de lo que había aquí.

## Cómo se lee un archivo

map-label = Cómo se lee { $name }
map-lead = Diga qué son las columnas. Abajo se muestra lo que contienen.
map-shape = ¿Qué es una fila?
map-wide = Una escuela: cada medida tiene su propia columna
map-long = Una escuela y una medida: una columna nombra la medida
map-identifier = ¿Qué columna indica la escuela?
map-identifier-hint = El número o código de la escuela. Elija varias si los números se repiten entre distritos.
map-column-number = Columna { $number }
map-digits = Dígitos, si son fijos
map-identifier-more = Agregar otra columna
map-name = Nombre de la escuela
map-measure = Nombre de la medida
map-value = Valor de la medida
map-year = Año
map-group = Grupo de estudiantes
map-program = Programa dentro de la escuela
map-none = Sin elegir
map-held = Qué contienen las columnas
map-held-column = Columna
map-held-samples = Primeros valores
map-held-filled = Filas con valor
map-held-ignore = Omitir
map-ignore = Omitir { $column }
map-submit = Leer el archivo así
map-cancel = Cancelar

## Marco

framework-heading = Marco
framework-none-suggested = Sus archivos no siguen ningún marco abierto aquí. Elija con cuál calificar; después puede relacionar sus medidas con sus columnas.
framework-several = Puede tratarse de varios marcos. Elija uno.
framework-change = Elegir otro marco
framework-suggested = corresponde a sus archivos
year-label = Año que se califica
match-heading =
    { $count ->
        [0] Columnas relacionadas a mano
        [one] Una medida no está en ningún archivo: relaciónela con una columna
       *[other] { $count } medidas no están en ningún archivo: relaciónelas con columnas
    }
match-lead = Elija la columna que contiene la medida, si el archivo la llama de otra manera. Las calificaciones siguen enseguida.
match-no-columns = El marco ya lee todas las columnas de sus archivos. Agregue el archivo que tenga estas medidas.
match-none = No está en mis archivos

## Calificaciones

ratings-heading = Calificaciones
ratings-notes =
    { $count ->
        [one] Una nota
       *[other] { $count } notas
    }
summary =
    { $schools ->
        [one] { $schools } escuela
       *[other] { $schools } escuelas
    }: { $rated } con calificación{ $others ->
        [0] {""}
       *[other] , { $list }
    }
summary-other = { $count } { $name }
summary-year = año { $year }
distribution-title = Escuelas por calificación
distribution-schools = Escuelas
distribution-share = Proporción
distribution-show = Mostrar solo las escuelas con { $name }
column-school = Escuela
column-id = Número
column-model = Modelo
column-score = Puntaje
column-rating = Calificación
column-published = Publicado
column-labels = Etiquetas
published-agrees = coincide
published-differs = difiere
published-none = sin publicar
overridden = sustituida
standing-rated = Calificada
standing-outcome = Otro resultado
standing-not-rated = Sin calificación
standing-undetermined = Sin determinar
filter-label = Buscar y filtrar
filter-search = Buscar por nombre o número
filter-standing = Situación
filter-all = Todas
table-caption = Calificaciones de las escuelas
table-all =
    { $all ->
        [one] Una escuela
       *[other] Las { $all } escuelas
    }
table-filtered = { $shown } de { $all } escuelas
table-chosen = { $what }: { $value }
table-searched = el nombre o número tiene “{ $text }”
table-clear = Mostrar todas
table-none = Ninguna escuela corresponde. Cambie la búsqueda o los filtros.
pager-label = Páginas de la tabla
pager-previous = Anterior
pager-next = Siguiente
pager-now = { $from } a { $to } de { $count }

## Guardar

export-heading = Lléveselo
export-session = Guardar esta sesión
    .text = Archivos, marco y decisiones en un solo archivo. Agréguelo aquí para continuar.
export-csv = Calificaciones en CSV
    .text = Una fila por escuela, para una hoja de cálculo.
export-json = Calificaciones en JSON
    .text = Lo mismo para programas, con las huellas de los archivos.
export-traces = JSON con todos los pasos
    .text = Cada paso de cada escuela. El archivo puede ser grande.
export-print = Imprimir
    .text = Todas las escuelas que muestra ahora la tabla.
print-policy = Marco: { $policy }, { $version }, huella { $fingerprint }.
print-files = Archivos y sus huellas: { $files }.
print-day = Calculado el { $day }.

## Resultados publicados

agreement-heading = Calculado y publicado
agreement-all =
    { $compared ->
        [one] El único resultado publicado coincide con el calculado.
       *[other] Los { $compared } resultados publicados coinciden con los calculados.
    }
agreement-some = { $differing } de { $compared } resultados publicados difieren de los calculados.
agreement-points = Puntos de las medidas
agreement-weights = Ponderaciones
agreement-scores = Puntajes
agreement-ratings = Calificaciones
agreement-step = Paso
agreement-compared = Comparados
agreement-agreeing = Coinciden
agreement-differing = Difieren
agreement-differences = { $step }: { $count ->
        [one] una diferencia
       *[other] { $count } diferencias
    }
agreement-list = Diferencias
agreement-result = Resultado
agreement-published = Publicado
agreement-computed = Calculado
agreement-where = De dónde viene
agreement-first = Aquí se separa el cálculo
agreement-follows = Se sigue de un paso anterior
agreement-nothing = nada

## Recuento de filas

accounts-heading = Qué pasó con cada fila
accounts-file = Archivo
accounts-read = Filas leídas
accounts-kept = Filas usadas
accounts-dropped = Filas omitidas
accounts-none = Ninguna
accounts-unread =
    { $count ->
        [one] Este marco no lee una columna: { $columns }.
       *[other] Este marco no lee { $count } columnas: { $columns }.
    }
dropped-empty = { $count } en blanco
dropped-too-long = { $count } con demasiadas celdas
dropped-truncated = { $count } interrumpidas
dropped-unclosed-quote = { $count } con una comilla sin cerrar
dropped-without-identifier = { $count } sin escuela
dropped-shortened-identifier = { $count } con un número de escuela abreviado
dropped-repeated-header = { $count } que repiten el encabezado
dropped-without-measure = { $count } sin medida
dropped-summary = { $count } que suman escuelas
dropped-note = { $count } con solo una nota
dropped-no-room = { $count } más allá del límite

## Avisos

notice-error = Error
notice-warning = Advertencia
notice-info = Nota
notices-errors =
    { $count ->
        [one] Un error
       *[other] { $count } errores
    }
notices-warnings =
    { $count ->
        [one] Una advertencia
       *[other] { $count } advertencias
    }
notices-notes =
    { $count ->
        [one] Una nota
       *[other] { $count } notas
    }
notices-more-kinds =
    { $count ->
        [one] Mostrar un tipo más
       *[other] Mostrar { $count } tipos más
    }
notice-times =
    { $count ->
        [one] una vez
       *[other] { $count } veces
    }
notice-line = línea { $line }
notice-column = columna “{ $column }”
notice-pointer = en { $pointer }
notice-school = escuela { $school }
notice-places =
    { $count ->
        [one] Mostrar el lugar
       *[other] Mostrar { $count } lugares
    }
notice-more =
    { $count ->
        [one] Y uno más
       *[other] Y { $count } más
    }

## Por qué no hay valor

absent-not-reported = Sin informar
absent-too-few-students = Muy pocos estudiantes
absent-low-response = Muy pocas respuestas
absent-not-tested = Sin evaluar
absent-not-applicable = No corresponde
absent-withheld = Retenido
absent-missing-parts = Faltan partes
absent-not-computable = No se puede calcular
absent-not-asked = Ningún archivo lo tiene
absent-not-supplied = Aún no se proporcionó
absent-unreadable = No se puede leer
absent-undetermined = Aún no se sabe
absent-rule-unknown = Las fuentes no lo dicen
