select * from users ODER BY name
