select extract(fortnight from signed_up) from users
