select country from users group by country having name = 'Ada'
