select max(count(*)) from users
