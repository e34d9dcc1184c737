### Lo que se dice de libros de Excel y archivos zip. El nombre del archivo, y el de la hoja o la entrada, aparecen junto a las palabras.

container-unreadable = El archivo ya no se pudo leer. Se movió, se renombró o se cambió.
    .remedy = Ciérrelo en otros programas y agréguelo de nuevo.
container-damaged-archive = Este archivo zip o libro está dañado: falta la lista de lo que contiene.
    .remedy = Quizá la descarga o la copia se interrumpió. Consiga el archivo de nuevo y agréguelo.
container-damaged-entry = “{ $entry }” está dañado. No se usó nada de él.
    .remedy = Quizá la descarga o la copia se interrumpió. Consiga el archivo de nuevo y agréguelo. Si se hizo con Excel, ábralo allí y guárdelo de nuevo.
container-encrypted = “{ $entry }” tiene una contraseña.
    .remedy = Descomprímalo en su computadora con la contraseña y agregue el archivo que resulte.
container-encrypted-workbook = Este libro de Excel tiene una contraseña.
    .remedy = En Excel, elija Archivo, Información, Proteger libro, Cifrar con contraseña, y borre la contraseña. Guarde el libro y agréguelo de nuevo.
container-old-workbook = Este es un libro o documento de una versión antigua de Office.
    .remedy = Ábralo en Excel, elija Archivo, Guardar como, “Libro de Excel (*.xlsx)”, y agregue el archivo nuevo.
container-other-document = Este es un documento de otro tipo ({ $format }).
    .remedy = Ábralo en el programa del que viene, guarde la tabla como libro de Excel (.xlsx) o como CSV, y agregue ese archivo.
container-unread-compression = “{ $entry }” está comprimido de un modo que aquí no se lee.
    .remedy = Descomprima el archivo en su computadora y agregue lo que resulte. O comprímalo de nuevo como zip corriente.
container-too-large = “{ $entry }” ocupa más de { $limit } megabytes descomprimido, que es lo máximo que se lee. No se usó nada de él.
    .remedy = Compruebe que es el archivo correcto. Exporte menos años o columnas, un archivo por año, y agregue esos.
container-too-many-entries =
    Este archivo zip tiene { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }. Lo máximo que se lee son { $limit }.
    .remedy = Descomprímalo en su computadora y agregue solo los archivos que necesita.
container-no-tables =
    { $entries ->
        [none] En este archivo zip no hay ninguna tabla.
       *[other] En este archivo zip no hay ninguna tabla, solo { $entries }.
    }
    .remedy = Los archivos de un zip deben ser CSV o de texto (.csv, .tsv, .txt). Compruebe que es el archivo correcto.
container-empty-workbook = Ninguna hoja de este libro contiene algo que se pueda ver.
    .remedy = Compruebe que es el archivo correcto. Si las hojas están ocultas, haga clic derecho en una pestaña en Excel, elija Mostrar, guarde el libro y agréguelo de nuevo.
container-nested = Los archivos comprimidos y libros dentro de un zip no se abren: { $entries }.
    .remedy = Descomprima el zip en su computadora y agregue esos archivos por separado.
container-left-out =
    { $count ->
        [one] Un archivo del zip no es una tabla y quedó fuera: { $entries }.
       *[other] { $count } archivos del zip no son tablas y quedaron fuera, como { $entries }.
    }
    .remedy = Si no contienen datos, no hay que hacer nada.
container-hidden-sheets = Las hojas ocultas quedaron fuera: { $sheets }.
    .remedy = Si contienen datos que necesita, haga clic derecho en una pestaña en Excel, elija Mostrar, guarde el libro y agréguelo de nuevo.
container-empty-sheets = Las hojas vacías quedaron fuera: { $sheets }.
    .remedy = No hay que hacer nada.
container-error-cells =
    { $count ->
        [one] Una celda contiene un error de Excel, como #N/A o #DIV/0!, y cuenta como vacía: { $cells }.
       *[other] { $count } celdas contienen errores de Excel, como #N/A o #DIV/0!, y cuentan como vacías: { $cells } y quizá otras.
    }
    .remedy = Corrija las fórmulas en Excel o escriba los valores. Guarde el libro y agréguelo de nuevo.
container-unworked-formulas =
    { $count ->
        [one] Una celda contiene una fórmula cuyo resultado nunca se guardó: { $cells }. La hoja no se usó.
       *[other] { $count } celdas contienen fórmulas cuyos resultados nunca se guardaron, las primeras { $cells }. La hoja no se usó.
    }
    .remedy = Abra el libro en Excel, guárdelo y agréguelo de nuevo. Excel calcula las fórmulas al abrir el archivo.
