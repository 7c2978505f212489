select * from users wher country = 'US'
