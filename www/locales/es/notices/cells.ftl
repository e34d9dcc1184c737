### Lo que se dice de los recuentos de estudiantes por escuela y grupo, como están en un archivo de proyecto.

cells-not-cells =
    { $found ->
        [none] Este documento no contiene recuentos de estudiantes.
       *[other] Este documento es “{ $found }”, y se necesita “{ $expected }”.
    }
    .remedy = Abra un archivo de proyecto que este programa guardó, o agregue de nuevo los archivos de estudiantes.
cells-damaged = Los recuentos de estudiantes de este documento no concuerdan: se cambió o se cortó.
    .remedy = Abra una copia sin cambios, o agregue de nuevo los archivos de estudiantes.
cells-overlap =
    { $schools ->
        [one] Ambos cuentan a los estudiantes de una misma escuela en { $years }, así que habría estudiantes contados dos veces.
       *[other] Ambos cuentan a los estudiantes de { $schools } mismas escuelas en { $years }, así que habría estudiantes contados dos veces.
    }
    .remedy = Agregue juntos todos los archivos de estudiantes de estos años: así cada estudiante cuenta una vez.
cells-shared-years = Ambos tienen estudiantes de { $years }, en escuelas distintas. Un estudiante que cambió de escuela puede contar en ambos.
    .remedy = Para estar seguro, agregue juntos todos los archivos de estudiantes de estos años: así cada estudiante cuenta una vez.
cells-other-plan =
    { $slices ->
        [one] Un recuento se hizo solo para uno de los dos. Se deja fuera.
       *[other] { $slices } recuentos se hicieron solo para uno de los dos. Se dejan fuera.
    }
    .remedy = Agregue de nuevo los archivos de estudiantes mientras esté elegida la política con la que califica.
