select substr(name) from users
