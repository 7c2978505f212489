select regexp_like(name, '(') from users
