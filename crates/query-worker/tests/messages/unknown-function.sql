select conut(*) from users
