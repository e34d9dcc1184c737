## La página de todas las políticas

policies-title = Políticas
policies-navigation = Políticas
policies-door = Leer las reglas
policies-door-text = Lea cualquier marco como documento, con sus fuentes. Abra uno propio y vea qué hay que corregir.
policies-heading = Políticas
policies-lead = Una política dice cómo se califican las escuelas: puntos de corte, pesos, excepciones y de dónde viene cada regla. El programa no califica con nada más.
policies-open-ones = Políticas abiertas
policies-none = No hay ninguna política abierta. Abra una propia más abajo.
policies-loading = El programa todavía se está cargando. Tarda un momento.
policies-shipped = Viene con este sitio
policies-own = Propia
policies-read = Leer
policies-rate = Calificar con ella
policies-download = Descargar JSON
policies-compare-this = Comparar
policies-compare-chosen =
    { $count ->
        [0] Para comparar dos políticas, elija ambas.
        [one] Hay una elegida. Elija otra para comparar.
       *[other] Hay dos elegidas.
    }
policies-compare = Comparar las dos
policies-own-heading = Abrir una política propia
policies-own-text = Una política es un archivo JSON. El programa revisa cada regla al abrir el archivo y muestra qué está mal, línea por línea. Si no hay errores, puede leerla y calificar con ella de inmediato.
policies-drop = Elegir un archivo de política
policies-drop-hint = o suéltelo en cualquier lugar de esta página. Se queda en este dispositivo.
policies-write = Para escribir una
policies-write-start = Descargue una política de arriba, cámbiela y suéltela aquí. Dele otro id u otra versión para tener las dos abiertas.
policies-write-guide = Lea la guía para escribir una política (en inglés)
policies-write-schema = Un editor que conoce JSON Schema revisa el archivo mientras usted escribe.
policies-schema-download = Descargar { $name }
policies-notices = Todo lo que el programa puede decirle, y cómo corregirlo

policies-opened = Su archivo
policies-is-open = { $title } está abierta
policies-is-open-text =
    { $warnings ->
        [0] { $name } no tiene errores ni advertencias. Corrija el archivo y suéltelo de nuevo para reemplazar esta política.
        [one] { $name } no tiene errores y tiene una advertencia. Corrija el archivo y suéltelo de nuevo para reemplazar esta política.
       *[other] { $name } no tiene errores y tiene { $warnings } advertencias. Corrija el archivo y suéltelo de nuevo para reemplazar esta política.
    }
policies-not-opened = { $name } no se abrió
policies-not-opened-text =
    { $count ->
        [one] Tiene un error. Las políticas abiertas siguen como estaban. Corrija el archivo y suéltelo de nuevo.
       *[other] Tiene { $count } errores. Las políticas abiertas siguen como estaban. Corrija el archivo y suéltelo de nuevo.
    }
policies-put-away = Cerrar estas notas
policies-more-notices =
    { $count ->
        [one] Hay un aviso más. Corrija primero estos.
       *[other] Hay { $count } avisos más. Corrija primero estos.
    }
policies-error = Error
policies-warning = Advertencia
policies-info = Observación
policies-line = Línea { $line }
policies-excerpt = El texto alrededor de la línea { $line }

## Una política como documento

policies-document-title = Política
policies-all = Todas las políticas
policies-missing = Esta política no está abierta
    .remedy = Quizá es una propia que abrió en una visita anterior. Abra de nuevo su archivo en la página de todas las políticas.
policies-version = Versión
policies-effective = Vigencia
policies-origin = Origen
policies-fingerprint = Huella
policies-print-button = Imprimir
policies-print = { $title }, versión { $version }, huella { $fingerprint }
policies-contents = Contenido
policies-notes = Notas
policies-sources = Fuentes
policies-as-of = Vista el { $day }.
policies-read-itself = Se leyó el texto mismo.
policies-not-read = No se leyó el texto mismo.
policies-note = Nota { $number }: { $title }
policies-new-window = (se abre en una ventana nueva)
policies-warnings =
    { $count ->
        [one] El programa advirtió algo en esta política
       *[other] El programa advirtió { $count } cosas en esta política
    }

## La guía

guide-title = Guía
guide-heading = La guía para escribir una política
guide-missing = Esta copia del sitio viene sin la guía.
guide-loading = La guía todavía se está cargando.

## Dos políticas comparadas

compare-title = Comparar políticas
compare-heading = Qué ha cambiado
compare-lead = Dos versiones de una política lado a lado: qué se agregó, qué se quitó y qué es distinto.
compare-before = Antes
compare-after = Después
compare-choose = Elija una política
compare-swap = Intercambiar
compare-choose-two = Elija dos políticas para ver en qué difieren.
compare-too-few = Solo hay una política abierta. Abra otra versión en la página de todas las políticas y vuelva aquí.
compare-working = Comparando …
compare-same = Las dos son iguales.
compare-count =
    { $count ->
        [one] Difieren en un lugar.
       *[other] Difieren en { $count } lugares.
    }
compare-what = Qué
compare-how = Cambio
compare-added = agregado
compare-removed = quitado
compare-changed = cambiado
compare-item = n.º { $number }

## Lo que el programa puede decir

notices-title = Avisos
notices-heading = Todo lo que el programa puede decirle
notices-lead = Cada aviso tiene un código que nunca cambia, unas palabras y una forma de corregir lo que está mal. Los nombres entre ‹corchetes› representan valores de su archivo.
notices-search = Buscar
notices-all =
    { $count ->
        [one] Un aviso.
       *[other] { $count } avisos.
    }
notices-found =
    { $count ->
        [0] No se encontró nada. Pruebe con otra palabra.
        [one] Se encontró un aviso.
       *[other] Se encontraron { $count } avisos.
    }
notices-variants =
    { $count ->
        [one] Otra redacción
       *[other] Otras { $count } redacciones
    }
notices-source = Lo exige:
notices-module-policy = Documentos de políticas
notices-module-framework = Marcos y calificaciones
notices-module-tables = Archivos
notices-module-workbench = El trabajo en conjunto
