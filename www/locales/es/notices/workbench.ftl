### Lo que se dice del trabajo en su conjunto: normas abiertas, archivos agregados y sesiones guardadas.

workbench-unknown-policy = La norma “{ $policy }” no está abierta.
    .remedy = Abra su archivo JSON e inténtelo de nuevo.
workbench-policy-replaced = “{ $policy }” estaba abierta con otro texto. El texto nuevo tomó su lugar.
    .remedy = No hay que hacer nada si era la intención. Para conservar las dos, dé otra versión a la nueva.
workbench-file-twice = Este archivo ya está aquí, como “{ $name }”. No se agregó de nuevo.
    .remedy = No hay que hacer nada. Para leerlo de otra manera, cambie cómo se leen sus columnas.
workbench-nothing-to-rate = Todavía no hay ningún archivo cuyas columnas se conozcan.
    .remedy = Agregue un archivo con una fila por escuela, o una por escuela y medida. Si ya hay uno, diga qué contienen sus columnas.
workbench-impossible-value = “{ $measure }” no puede ser “{ $text }”.
    .remedy = Escriba un número dentro del rango de la medida, o elija una de sus palabras.
workbench-not-a-session = Este archivo no es una sesión guardada.
    .remedy = Abra un archivo guardado con “Guardar sesión”. Una tabla debe ser CSV, y una norma dice "evenhand": "framework/1".
workbench-session-version = Esta sesión es “{ $found }” y se necesita “{ $expected }”.
    .remedy = Ábrala con la edición del programa que la guardó, o agregue sus archivos de nuevo.
workbench-schools-only-counted =
    { $count ->
        [one] Una escuela de los archivos de estudiantes no está en ningún archivo de escuelas: { $schools }. Se califica de todos modos.
       *[other] { $count } escuelas de los archivos de estudiantes no están en ningún archivo de escuelas, como { $schools }. Se califican de todos modos.
    }
    .remedy = Revise que ambos archivos escriban el identificador de la misma manera, con sus ceros iniciales. Si no, agregue las escuelas al archivo de escuelas.
