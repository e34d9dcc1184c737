# Avisos sobre archivos con una fila por estudiante.

records-layout-without-element = Este formato no dice dónde está «{ $element }».
    .remedy = Agregue al formato una columna o un valor fijo para ello.
