select ifnull(country, '?'), datediff(signed_up, signed_up) from users
