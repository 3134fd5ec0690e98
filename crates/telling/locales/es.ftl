# Qué me cuentan
telling-title = Qué le contamos, y cuándo
telling-lede = No se manda nada hasta que usted lo elija aquí. Una carta al día como mucho, a su hora, y solo si hay algo suyo.
telling-resting = Usted está descansando: no se manda nada hasta que vuelva. Lo que elija aquí empieza entonces.
telling-digest-words = La carta dice lo que está en su página: lo suyo, lo que necesita una voz y, como mucho, tres pedidos que van con lo que usted ofrece. Sin nombres, números ni direcciones. En el camino se puede leer, como una postal.
telling-never = Ninguna carta
telling-no-mail = En esta red todavía no hay correo. Quienes cuidan el servidor pueden decirle cuándo habrá.
telling-at-once = Lo que no espera a la carta
telling-at-once-words = Se le cuenta que hay algo, no qué. Está en su página.
telling-claimed-ask = Algo de un pedido al que dije "yo puedo": llegó su día, lo retiraron o volvió al tablero
telling-check-in = Un aviso de seguridad que tengo a mi cargo
telling-rapid-lane = La vía rápida a la que me uní
telling-save = Guardar
telling-wake-title = Este teléfono o computadora
telling-wake-words = Su navegador puede mostrar lo que no espera, aunque esté cerrado. La empresa que lo hace se entera entonces de que esta red tiene algo para usted; no de qué, ni de quién es usted aquí.
telling-wake = Que este navegador me avise
telling-wake-noscript = Para esto hace falta un navegador con scripts. Sin ellos, recibe una carta.
telling-wake-no = Este navegador no quiso o no puede. Permita los avisos de esta página en sus ajustes e intente de nuevo; si no, recibe una carta.
telling-wake-end = Ya no
telling-browser = Un navegador, desde el { $day }
field-address = Su dirección de correo
field-hour = Cuándo llega su carta
field-at-once = Lo que no espera
field-begin-with = La palabra con que empiezan los mensajes
field-whole = Mensajes enteros
audience-telling = Solo usted lo ve. El programa lee la dirección para poder escribirle.
audience-wake-place = Solo usted lo ve.
audience-texts-word = Quien recibe un mensaje ve esta palabra.
said-telling-saved = Guardado. Esto es lo que le contaremos.
said-telling-when-back = Guardado. Empieza cuando usted vuelva de su descanso.
said-telling-wakes = Este navegador le avisará.
said-telling-wakes-no-more = Ese navegador ya no le avisará.
said-texts-word = Guardado.

# Una carta
letter-lede = Esto es lo suyo hoy en { $network }.
letter-yours = Lo suyo
letter-ours = Lo nuestro
letter-could-you = ¿Podría usted?
letter-something = Algo espera en su página.
letter-why = Recibe esto porque eligió una carta al día. Solo llega si hay algo suyo.
letter-why-at-once = Recibe esto porque eligió enterarse enseguida.
letter-change = Cambiar lo que le contamos:
letter-stop = Parar estas cartas:
letter-at-once = Algo suyo en { $network }
letter-at-once-words = No espera a su carta. Está en su página.

# El enlace para parar
stop-title = Parar estas cartas
stop-digest = Un toque, y la carta del día ya no llega. No cambia nada más.
stop-digest-done = Listo. La carta del día ya no llega. Puede elegirla de nuevo en su página.
stop-at-once = Un toque, y ya no se le cuenta nada enseguida. No cambia nada más.
stop-at-once-done = Listo. Ya no se le cuenta nada enseguida. Puede elegirlo de nuevo en su página.
stop-button = Pararlas

# La palabra con que empiezan los mensajes
texts-word-title = La palabra con que empiezan los mensajes
texts-word-lede = Por ella los vecinos saben que un mensaje es de ustedes. En un teléfono compartido, lo más amable es una palabra neutra: una planta, un pájaro; no el nombre de la red.
texts-word-save = Guardar
texts-whole = Una pasarela también puede mandar lo acordado, con las palabras en que se escribió
texts-whole-words = Si no, solo manda el código y que hay noticias. Los mensajes que una persona manda a mano siempre van enteros.
texts-gateway-title = La pasarela
texts-gateway-came = La última vez que vino una pasarela fue el { $when }.
texts-gateway-never = Todavía no ha venido ninguna pasarela. Una persona manda los mensajes a mano.
texts-waiting-since = { $n ->
    [one] Espera un mensaje, desde el { $when }.
   *[other] Esperan { $n } mensajes, el más viejo desde el { $when }.
  }

# Negativas
refused-mail-address = Eso no parece una dirección de correo. Debería verse como nombre@example.org.
refused-mail-address-needed = Una carta necesita adónde ir: escriba su dirección de correo o elija ninguna carta.
refused-hour = Elija una hora de la lista.
refused-guests-are-told-nothing = La carta es para quienes participan en la red. Quien trabaja con usted aquí puede contarle lo nuevo.
refused-wake-place = No conocemos el servicio de quien hace este navegador, así que no se le puede avisar. Una carta llega a todas partes.
refused-wake-places-full = Ocho navegadores bastan. Quite uno primero.
refused-letter-link = Este enlace ya pasó su tiempo. Entre y elija en su página qué le contamos.

# Lo que se guarda
keep-telling = Lo que usted eligió que le contemos: una dirección si la dio, una hora
keep-telling-until = Hasta que lo vacíe o se vaya
keep-letter = Una carta en camino hacia usted
keep-letter-until = Hasta que sale; tres días como mucho
keep-wake-place = Dónde se puede avisar a su navegador
keep-wake-place-until = Hasta que lo quite, o 180 días

# De quién es una dirección
telling-confirmed = Usted confirmó esta dirección.
telling-not-confirmed = Todavía no se envía nada ahí: escribimos para preguntar si es suya. Abra el enlace de esa carta dentro de una semana.
telling-ask-again = Enviar esa carta otra vez
telling-address-prove = Para cambiar la dirección, muestre que es usted
said-telling-asked-again = La carta va de nuevo en camino.
confirm-title = ¿Es suya esta dirección de correo?
confirm-lede = Apriete, y aquí podrán llegar las cartas que usted elija, y un enlace para entrar cuando lo pida.
confirm-button = Es mía
confirm-done = Gracias. La dirección es suya.
refused-enough-letters = Hoy ya escribimos ahí bastantes veces. Mire entre el correo no deseado, o intente mañana.
letter-confirm = { $network }: ¿es suya esta dirección?
letter-confirm-words = Abra esto, dentro de una semana, para decir que la dirección es suya.
letter-why-confirm = Alguien anotó esta dirección. Si no fue usted, no haga nada: no llega nada más.
letter-come-in = { $network }: el enlace que pidió
letter-come-in-words = Esto abre la puerta una vez, dentro de quince minutos.
letter-why-come-in = Alguien pidió este enlace. Si no fue usted, no haga nada: sin él nadie entra.

# Answers
answer-done = hecho
answer-cant = no puedo
answer-keep = sigo
answer-i-can = puedo
answer-rest = descanso
answer-back = vuelvo
answer-unclear = No pudimos leer su respuesta, así que nada cambió. Responda de nuevo a la carta del día, por encima del texto de ella, con una palabra, o con un número y una palabra en su propia línea. Las palabras son: hecho, no puedo, sigo, puedo, descanso, vuelvo.
letter-answer-with = Responda: { $words }
letter-answer-one = Puede responder a esta carta con una palabra: { $words }.
letter-answer-several = Puede responder a esta carta: escriba un número y una palabra, cada par en su propia línea. «Descanso» solo quiere decir descanso, desde este minuto.
letter-answered = { $network }: su respuesta
letter-why-answered = Recibe esto porque respondió a una carta y algo de ello no se hizo.
refused-answer-too-late = Aquello a lo que respondió ya no está. Su página muestra cómo está todo.
refused-on-your-page = Eso solo se puede hacer en su página, porque allí muestra que es usted.

# A word that came by text
by-text-title = Una palabra que llegó por mensaje
by-text-lede = Para alguien que escribe o llama en vez de responder a una carta. Lee en su página y en su próxima carta que llegó por el turno.
field-who = Quién lo dice: el nombre que usa aquí
field-said-words = Sus palabras
audience-by-text = Usted y esa persona. De qué se trata no se muestra aquí.
by-text-words = Una palabra, o el número de su última carta y una palabra: descanso, vuelvo, 1 no puedo, 2 hecho. También en inglés: rest, back, 1 can't.
by-text-button = Llegó por mensaje
by-text-shift = Volver al turno
said-by-text = Está hecho, y esa persona leerá que llegó.
by-text-came = Por mensaje, por medio del turno: { $word }
by-text-came-words = El { $day }. Si no fue usted, ábralo y corríjalo, y avise al turno.
refused-text-nobody = Nadie que participe usa ese nombre. Pregunte cómo se le llama aquí.
refused-text-unclear = Esa no es ninguna de las palabras. Son: hecho, no puedo, sigo, puedo, descanso, vuelvo; con un número delante, si se trata de algo de su carta.
refused-text-not-done = Eso no se pudo hacer, y nada cambió. Su página dice cómo está todo; pídale que la mire, o que llame a quien corresponda.
refused-text-shift-first = Lo que llega por mensaje lo escribe quien está de turno. Tome primero el turno.
keep-answers = Sobre qué puede responder a su carta; una palabra que llegó por mensaje
keep-answers-until = 14 días
