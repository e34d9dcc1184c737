# Los términos del campo, que usan los demás archivos de este idioma.
-product = Evenhand
