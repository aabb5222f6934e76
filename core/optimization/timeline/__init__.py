"""How a picture came about: small pictures of it on the way, and the places from which it can be gone on with."""
