## El marco de todas las páginas

site-title = { $page } · { -product }
skip-to-main = Ir al contenido principal
brand-home = { -product }, inicio
navigation-label = Páginas
language-label = Idioma
scroll-hint = Más ancho que la pantalla: muévalo hacia los lados, o use las flechas.
put-away = Cerrar este mensaje

network-loading = El programa se está cargando. Todavía no se puede abrir ningún archivo.
network-closed = A partir de ahora, esta página no puede enviar nada.
network-open = Este navegador no cerró la red; por eso aquí no se puede abrir ningún archivo.
network-failed = El programa no se cargó por completo. No se puede abrir ningún archivo.
network-why = Cómo funciona

start-failed = El programa no se cargó por completo
    .remedy = Revise su conexión y vuelva a cargar la página. No se leyó ni se envió nada suyo.
not-closed = Este navegador no cerró la red
    .remedy = { -product } abre archivos solo cuando el navegador ha cerrado la red para esta página. Use una versión actual de Chrome, Edge, Firefox o Safari.
engine-crashed = Algo falló dentro del programa
    .remedy = Es culpa nuestra, no de su archivo. El programa se inició de nuevo. Compruebe que estén todos sus archivos y agregue los que falten.
engine-crashed-reloaded = Es culpa nuestra, no de su archivo. El programa se inició de nuevo y volvió a leer sus archivos.
new-edition = Hay una nueva versión de { -product }
    .remedy = Termine lo que está haciendo, cierre todas las ventanas de { -product } y vuelva a abrirlo.

footer-promise = Sus archivos se quedan en este dispositivo. Sin cuenta, sin rastreo, sin cookies.
footer-how = Qué pasa con sus datos
footer-version = { -product } { $version }
footer-license = Código abierto, licencia Apache 2.0
print-origin = Hecho con { -product } { $version } en el dispositivo del usuario.

## Inicio

home-title = Inicio
home-heading = Una misma vara para todas las escuelas
home-lead = Califique escuelas del distrito, chárter y de innovación con el mismo marco publicado. Cada resultado es exacto y se muestra cada paso. Todo ocurre en su propio dispositivo.
home-question = ¿Qué quiere hacer?
home-ideas = En qué puede confiar
home-idea-policy = Las reglas son las que usted publicó
    .text = Un marco es un documento que se puede leer: puntos de corte, pesos y excepciones, cada uno con su fuente.
home-idea-exact = La aritmética es exacta
    .text = Las fracciones siguen siendo fracciones. Solo se redondea donde el marco lo dice, y como lo dice.
home-idea-steps = Cada calificación se explica sola
    .text = Siga una calificación hasta los números de los que salió y vea qué la habría cambiado.
home-idea-device = Nada sale de su dispositivo
    .text = La página cierra su propia red antes de abrir un archivo. También funciona sin conexión.

## Sus datos

your-data-title = Sus datos
your-data-navigation = Sus datos
your-data-heading = Qué pasa con sus datos
your-data-lead = Esta página lee sus archivos en este dispositivo, y aquí se quedan. No hay ningún servidor que pueda recibirlos.
your-data-now = En este momento
your-data-network = Red
your-data-now-loading = La página todavía está cargando los archivos del programa. Aún no acepta archivos.
your-data-now-ready = Cerrada. La página intentó llegar a su propio servidor y su navegador lo impidió.
your-data-now-not-closed = Abierta. Su navegador no impidió el intento de la página; por eso la página no acepta archivos.
your-data-now-failed = Faltó un archivo del programa. La página no acepta archivos.
your-data-offline = Sin conexión
your-data-offline-waiting = El programa se está guardando en este dispositivo.
your-data-offline-kept = El programa está guardado en este dispositivo. Puede abrir esta página sin conexión.
your-data-offline-new = El programa está guardado en este dispositivo, y una nueva versión espera a que cierre todas las ventanas de { -product }.
your-data-offline-unavailable = Este navegador no guarda el programa. { -product } funciona, pero solo se abre con conexión.
your-data-storage = Guardado en el navegador
    .text = Solo los archivos del programa. Nada suyo: lo que quiera conservar, guárdelo como archivo.
your-data-how = Cómo se cumple
your-data-step-fetch = Primero, la página trae todos sus propios archivos: el programa, los marcos, los dos idiomas y los ejemplos.
your-data-step-close = Después agrega una regla para su navegador, la política de seguridad de contenido: ninguna conexión a ningún lugar, ni siquiera al servidor del que vino la página. Ningún programa puede quitar esa regla.
your-data-step-try = Luego prueba la regla: le pide la página a su propio servidor. Su navegador debe impedirlo. El intento impedido aparece en la consola del navegador.
your-data-step-open = Solo entonces la página inicia el programa y le permite abrir un archivo.
your-data-check = Compruébelo usted
your-data-check-offline = Apague su red, vuelva a cargar esta página y haga todo su trabajo. Funciona igual.
your-data-check-tools = Abra las herramientas de desarrollo de su navegador, elija «Red» y observe mientras abre un archivo. No aparece ninguna solicitud.
your-data-check-source = Lea el programa: es de código abierto, y la regla está en un solo archivo corto.
your-data-limits = Lo que no puede cubrir
your-data-limit-navigation = Ninguna regla del navegador impide que una página vaya a otra dirección, abra una ventana o llame directamente a otro navegador. { -product } no contiene código que lo haga.
your-data-limit-browser = Las extensiones del navegador y otros programas de su dispositivo pueden ver lo que usted ve.
your-data-limit-host = Quien aloja esta página ve que usted la cargó y podría ofrecer un programa alterado. Use un servidor de confianza o aloje la carpeta usted mismo.
your-data-limit-update = Su navegador puede preguntarle al servidor si hay una nueva versión del programa. No envía nada suyo.
your-data-limit-saved = Lo que usted guarda, imprime o exporta queda a su cuidado.

## Una dirección que no nombra ninguna página

not-found-title = Página no encontrada
not-found-heading = Esta página no existe
not-found-lead = Quizá la dirección tiene un error o la página cambió de lugar. Empiece de nuevo en la primera página.
not-found-home = Ir a la primera página
