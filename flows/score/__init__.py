"""`liqa score`: a release against hand annotations. What counts as right is told in `scoring`."""
