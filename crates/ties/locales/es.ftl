ties-title = A quién conozco
ties-lede = Para conocerse, no para vender nada. Escuche más de lo que habla; pida historias, y por qué.
ties-meetings = Sentarse juntos
ties-live = Lazos que ambos contamos
ties-none = Todavía ninguno. Siéntese con alguien; después cada quien dice si cuenta.
tie-until = Cuenta hasta el { $day }, si nadie lo dice de nuevo.
tie-still = Nos seguimos conociendo
tie-let-go = Soltarlo
meeting-title = { $name } y usted
meeting-ask = Sentarse con alguien
meeting-who = ¿Con quién?
meeting-about = ¿De qué le gustaría hablar?
meeting-about-hint = Media hora, más o menos. Déjelo vacío si es solo para conocerse.
meeting-ask-button = Preguntarle
meeting-asked = Usted preguntó. Contesta cuando quiera, o no contesta.
meeting-asks-you = ¿Se sentarían juntos, media hora más o menos?
meeting-agreed = Ambos quieren. Busquen un momento, mejor en persona.
meeting-held = Se reunieron.
meeting-agree = Sí, con gusto
meeting-not-now = Ahora no
meeting-how = Escuche mucho más de lo que habla. Note qué le mueve. No entreviste, no reclute. Terminen con una cosa de verdad para después, o con ninguna.
meeting-met = Nos reunimos
meeting-said-met = Usted dijo que se reunieron. Cuando ambos lo hayan dicho, sigue aquí.
meeting-count = ¿Cuenta como lazo?
meeting-count-how = Hay lazo cuando ambos lo dicen. A nadie se le dice quién dijo qué.
meeting-count-yes = Yo lo contaría
meeting-count-no = Al final prefiero que no
meeting-would-count = Usted lo contaría.
meeting-next = Una cosa de verdad para después, o ninguna
meeting-next-hint = Ambos leen esto.
meeting-next-button = Guardarla
meeting-note = Una nota para usted
meeting-note-hint = Mejor dentro de un día. Qué le movió, qué quiere recordar; nada que no quisiera ver escrito.
meeting-note-button = Guardar mi nota
introduction-asks = Alguien a quien también le importa { $cares } quisiera conocerle. ¿Usted quiere?
introduction-yes = Sí
introduction-nobody = Si no, nadie lo sabrá nunca.
introduction-suggest = Presentar a dos personas
introduction-how = Primero se pregunta a una, sin nombre; solo si dice que sí, a la otra. Usted no se entera de cómo fue, para que nadie tenga que explicar un no.
introduction-one = ¿A quién se pregunta primero?
introduction-other = ¿Y después a quién?
introduction-cares = ¿Qué les importa a ambas?
introduction-cares-hint = «arreglar la calefacción», «música»: pocas palabras que no delaten a nadie.
introduction-suggest-button = Preguntar a la primera
own-only-link = Algunos de nosotros llegan a los demás solo a través de usted.
own-share = ¿Le gustaría ayuda para compartir esto?
own-introduce = Podría presentar a { $one } y { $other }.
network-title = Si aguantaríamos
network-lede = Lo que suman todos nuestros lazos. Sobre el conjunto, nunca sobre nadie.
network-made = Como estaba el { $day }.
network-never = Nadie puede ver de quién se trata, y ninguna imagen de los lazos se guarda para otra vez.
network-all-together = Quienes somos, { $all }, podemos llegar unos a otros a través de gente que se conoce.
network-together = { $n } de { $all } pueden llegar unos a otros a través de gente que se conoce.
network-no-link = La ausencia de ninguna persona sola nos separaría.
network-links-half = { $n ->
    [one] Una persona es
    [2] Dos personas son
   *[other] { $n } personas son
 } el único enlace entre partes de nosotros. Si faltara una de ellas, menos de la mitad de los pares restantes podrían llegar el uno al otro ({ $part } de { $pairs }).
network-links = { $n ->
    [one] Una persona es
    [2] Dos personas son
   *[other] { $n } personas son
 } el único enlace entre partes de nosotros. Si faltara una de ellas, el { $percent }% de los pares restantes podrían llegar el uno al otro ({ $part } de { $pairs }).
network-introductions = { $n ->
    [one] Una presentación bastaría
    [2] Dos presentaciones bastarían
    [3] Tres presentaciones bastarían
   *[other] { $n } presentaciones bastarían
 } para remediarlo.
network-cohesion = Tendrían que faltar al menos { $n } personas para que nos deshiciéramos.
network-bridges = { $n ->
    [one] Una sola amistad une dos partes de nosotros.
   *[other] { $n } amistades unen, cada una por sí sola, dos partes de nosotros.
 }
network-three = Si descansaran las tres personas con más lazos, el { $percent }% de los pares podrían llegar el uno al otro.
network-one-centre = Los lazos se apoyan en un solo centro.
network-spread = Los lazos están repartidos.
network-across = El { $percent }% de nuestros lazos cruza círculos.
network-beyond = De los lazos de { $circle }, { $n } de { $all } van más allá del círculo.
network-half = De quienes entran, más o menos la mitad sigue con nosotros después de { $n } meses.
network-handed-over = { $n } de { $all } que se fueron entregaron lo suyo.
network-fragments = Parecemos fragmentos dispersos.
network-single-hub = Parecemos un solo nudo.
network-several-hubs = Parecemos varios nudos.
network-core-periphery = Parecemos un núcleo con gente alrededor.
network-next-fragments = Ahora: alguien que junte a unos cuantos, y les ayude a conocer a otros.
network-next-single-hub = Ahora: que quien está en medio presente a la gente entre sí, y no consigo.
network-next-several-hubs = Ahora: cosas pequeñas hechas juntos entre los nudos.
network-next-core-periphery = Ahora: mantener tejido el núcleo, y abierta la puerta hacia el borde.
network-shape = La forma
network-besides = Lo que se hace y se sostiene
network-shape-words = Una marca por persona, sin secuencia y sin nombres; líneas por lazos.
network-hanging = { $one } y { $other } están unidos por personas solas.
said-introduction-suggested = Gracias. Usted no se entera de cómo va, para que nadie tenga que explicar un no.
said-introduction-yes = Bien. Si la otra persona también quiere, sabrá quién es.
said-not-now = Bien. No se le dice a nadie.
said-meeting-asked = Preguntado.
today-introduction = Alguien quisiera conocerle
today-tie-letter = Alguien quisiera conocerle.
audience-the-two = Solo ustedes dos ven esto.
audience-own-note = Solo usted ve esto: ni la otra persona, ni quien coordina. Se borra después de un año.
audience-count = Solo usted ve lo que dice aquí.
audience-own = Solo usted lo sabe. Nadie más.
audience-network = Lo ven los miembros de la red, si somos doce o más.
audience-weaver = Lo ve quien teje: círculos, y ningún nombre.
keep-one-to-ones = Encuentros de dos, y la nota de cada quien
keep-one-to-ones-until = Un año; lo solo preguntado, 30 días
keep-one-to-ones-who = Los dos; las notas, quien las escribe
keep-ties = Lazos que ambos cuentan, y lo que suman
keep-ties-until = Un año después de que ambos lo dijeran
keep-ties-who = Los dos; las sumas, los miembros
field-one = A quién se pregunta primero
field-other-one = Y después a quién
field-cares = Qué les importa a ambas
field-next-thing = Una cosa para después
field-note-of-mine = Su nota
refused-tie-nobody = Nadie aquí usa ese nombre.
refused-tie-self = Elija a otra persona.
refused-tie-under-way = Ya está en marcha, o ya se reunieron.
refused-tie-not-agreed = La otra persona todavía no ha dicho que sí.
refused-tie-not-met = Reúnanse primero; cuando ambos hayan dicho que sí, sigue.
refused-tie-two = Otras dos personas, y qué les importa a ambas.
