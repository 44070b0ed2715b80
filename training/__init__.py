"""How what ships trained with Recoupe is trained; never imported by the package."""
