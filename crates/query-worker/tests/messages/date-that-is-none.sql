select name from users where signed_up = '2024-13-45'
