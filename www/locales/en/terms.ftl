# The field's own terms, used by the other files of this language.
-product = Evenhand
