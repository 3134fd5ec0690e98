# La página pública.
nav-today = Hoy
front-ask-title = Si necesita algo
front-areas = Dónde estamos:
front-ask = Pedir ayuda
front-ask-words = Sin cuenta, sin papeles, sin explicaciones. Recibe un código; con él ve cómo va lo que pidió.
front-join-title = Si quiere ser parte
front-join-words = Deje un nombre. Alguien le llama en un plazo de tres días y le acompaña durante seis semanas.
front-agreements = Lo que tenemos acordado
front-code = Ya tengo un código
front-us-title = Si es parte de la red
front-join = Unirme
# Hoy.
today-lede =
    { $n ->
        [0] Hoy nada es suyo. Nada le espera.
        [one] Hoy una cosa es suya. Nada más le espera.
        [2] Hoy dos cosas son suyas. Nada más le espera.
        [3] Hoy tres cosas son suyas. Nada más le espera.
        [4] Hoy cuatro cosas son suyas. Nada más le espera.
        [5] Hoy cinco cosas son suyas. Nada más le espera.
        [6] Hoy seis cosas son suyas. ¿Quizás devolver una al círculo?
        [7] Hoy siete cosas son suyas. ¿Quizás devolver una al círculo?
       *[other] Hoy { $n } cosas son suyas. Es mucho; está bien devolver algunas al círculo.
    }
today-yours = Suyo
today-ours = De todas y todos
today-ours-none = Aquí está lo que necesita más de una voz. Hoy no hay nada.
today-could-you = ¿Podría usted?
today-could-you-words = Tres como máximo, elegidas por lo que usted ofreció. No decir nada está bien.
today-could-you-none = Diga lo que podría hacer de vez en cuando: llevar a alguien, una comida, una hora. Aquí aparecerá lo que encaje, tres cosas como máximo.
today-resting = Está descansando. No se le pide nada.
today-newcomer = Le damos la bienvenida. Hasta que su círculo le reciba como miembro, alguien de él le contará en persona lo que pasa.
# Lo que guarda este servidor.
keeps-circles = Lo que se guarda de lo que los círculos hacen entre sí
keeps-lede = Qué se anota aquí, por cuánto tiempo y quién puede leerlo, en este orden. Cada noche, a las once y media, el servidor borra lo que cumplió su tiempo, según esta misma lista. «Sellado» quiere decir que la base de datos sola no lo muestra.
keeps-sealed = Sellado
keeps-in-clear = A la vista
keeps-never-title = Lo que nunca se anota
keeps-never = Ninguna dirección de internet, ningún aparato ni navegador, ninguna hora de su última visita, ninguna búsqueda, ninguna señal de que alguien leyó algo. Tampoco en el registro. Un servidor web que se ponga delante de este programa podría llevar su propio registro; debe estar apagado.
keeps-root-title = Lo que podría leer quien cuida el servidor
keeps-root = Quien tiene la llave maestra de esta máquina (su «root») puede leer todo lo que sigue vivo, sellado o no, porque el programa en marcha debe poder abrirlo. Sellar protege contra discos robados, copias perdidas y ojos curiosos en la base de datos. No protege contra quien manda en la máquina.
keeps-root-two = Por eso siempre son dos personas quienes la cuidan, su papel termina en una fecha, y se guarda tan poco.
keeps-keyring-title = El llavero y sus llaves que mueren
keeps-keyring = Lo sellado se abre con llaves que están en un archivo propio, aparte de la base de datos. Los nombres, la forma de contactar a alguien y las palabras de lo que se pide se sellan antes de guardarse, cada fila con su propia llave.
keeps-keys-die = Cuando se conoce el último día de algo, su llave está en un compartimento de ese día, y el compartimento se destruye al terminar el día. Las llaves de lo que sigue vivo se renuevan cada mes, y cada noche en que se borró algo. Una copia de la base de datos del mes pasado no se abre con el llavero de hoy, ni la base de datos de hoy con un llavero viejo. Quien copió los dos el mismo día puede leer lo que vivía ese día.
keeps-erased-title = Qué quiere decir borrado
keeps-erased = Con SQLite, la base de datos habitual aquí, las filas borradas se sobrescriben y su diario se vacía cada noche.
keeps-postgres = Con PostgreSQL, las filas borradas quedan en sus archivos hasta que los ordena, lo que le pedimos cada noche, y en su diario (el «write-ahead log») hasta que se reutiliza. Lo que estaba sellado en ellas ya no se puede leer cuando su llave ha muerto. Lo que estaba a la vista podría leerlo allí, por un tiempo, quien cuida el servidor: días, papeles, etapas y cuentas, nunca las palabras de una petición ni cómo se llama alguien.
keeps-copies = Quien hace copias guarda la base de datos y el llavero en lugares distintos, y una copia del llavero no más de un día. Una copia que guarda los dos juntos guarda lo que debería olvidarse.
keeps-hold-title = Cuando una abogada dice alto
keeps-hold = Se deja de borrar, para unos días señalados, en cuanto dos personas responsables lo dicen por consejo de una abogada o un abogado: destruir lo que un tribunal puede pedir puede ser un delito. Lo que no está bajo esa orden se va a tiempo, como siempre.
# La demostración.
demo-lede = Elija a cualquiera y mire como esa persona. Todo es inventado, y empieza de nuevo en el próximo arranque.
demo-later = Dejar pasar un día
demo-neighbour = Como vecino
demo-neighbour-words = Gus tiene un teléfono sencillo y ninguna cuenta. Pediría así:
said-a-day-later = Ha pasado un día.
rivermouth-about = Vecinas y vecinos de Rivermouth se ayudan: comida, viajes, compañía, una cuenta pequeña. Somos vecinos, no un servicio.
rivermouth-limits = Esta semana podemos responder a unos 30 pedidos, entre el río y la calle 40: comida para una semana más o menos, viajes dentro de la ciudad, cuentas de hasta 60 dólares.
rivermouth-meets = Los miércoles de 17 a 19, en el salón detrás de St Brigid's. Pase; alguien le saluda.
cast-nobody = Alguien de Rivermouth.
cast-amara = Fundadora. Responsable de Aid hasta el 12 de julio; atiende la línea.
cast-sam = Acompaña a Amara; atiende la línea.
cast-rosa = Atiende la línea, y a veces también recibe ayuda.
cast-bo = Conduce, sobre todo por North side.
cast-yuki = Conduce, sobre todo por East side.
cast-luz = Descansa este mes.
cast-farid = Llegó este invierno.
cast-chidi = Facilita; responsable de Coordinating hasta el 12 de julio.
cast-noor = Tejedora: ve dónde la red es delgada.
cast-mateo = Apoyo legal.
cast-ruth = Apoyo legal.
cast-hana = Cuida círculos cuando algo es difícil; responsable de Care hasta el 12 de julio.
cast-lev = Cuida círculos cuando algo es difícil.
cast-dalia = Tesorera; responsable de Treasury hasta el 12 de julio.
cast-omar = Tesorero.
cast-ines = Cuida el servidor; responsable de Host hasta el 12 de julio.
cast-tess = Cuida el servidor, como segunda persona.
cast-esi = Inquilina; convoca la asamblea de inquilinos; responsable hasta el 12 de julio.
cast-jonah = Inquilino. Algo es difícil entre Kezia y él.
cast-kezia = Inquilina. Algo es difícil entre Jonah y ella.
cast-htu = Habla por Harbor Tenants Union.
cast-sbk = Habla por St Brigid's Kitchen.
cast-ec = Habla por Eastside Clinic.
# Si la casa está bien.
health-title = Cómo está el servidor
health-well = Todo está bien. No hay nada que hacer.
health-do = Hay algo que hacer. Está al principio.
audience-health = Esto lo ven quienes cuidan el servidor o un círculo. No aparece nadie.
health-backup = La última copia es del { $day }.
health-backup-old = La última copia es del { $day }. Ejecute `holdfast backup` y averigüe por qué no llegó la de la noche.
health-no-backup = Nunca se ha hecho una copia. Dos personas que cuidan círculos hacen sus llaves; luego ejecute `holdfast backup`.
health-drill = El { $day } una copia volvió entera.
health-drill-due = Nadie ha recuperado una copia en los últimos tres meses. Pruébelo: `holdfast restore --drill`.
health-drill-failed = El { $day } una copia no volvió entera. Averigüe por qué y ensaye otra vez.
health-tree = El { $day } la cadena de llamadas llegó a todo el mundo.
health-tree-due = La cadena de llamadas no se ensaya desde hace medio año. Elijan una noche.
health-tree-failed = El { $day } la cadena de llamadas no llegó a todo el mundo. Arréglenla y llamen otra vez.
health-swept = Lo que había cumplido su tiempo el { $day } está borrado.
health-sweep-old = Nada se ha borrado a tiempo desde el { $day }. Vea que el servidor funcione y que su reloj esté bien.
health-not-swept = Todavía no se ha borrado nada a tiempo. Ocurre cada noche mientras el servidor funciona.
health-two-hosts = Dos personas pueden cuidar este servidor.
health-one-host = Una sola persona cuida este servidor. Busquen a otra antes de que se enferme.
health-no-host = Nadie tiene el papel de cuidar el servidor. Dénselo a dos personas.
health-answers = Desde el { $day } no pueden llegar respuestas a las cartas: nadie contesta donde el servidor de correo debe entregarlas (mail_answers_lmtp). Mire si su socket o puerto está ocupado.
health-mail = { $n ->
    [one] Espera una carta
   *[other] Esperan { $n } cartas
 }: el servidor de correo no ha aceptado ninguna desde el { $day }. Revise los ajustes que empiezan por mail; no se pierde nada.
health-texts = { $n ->
    [one] Espera un mensaje
   *[other] Esperan { $n } mensajes
 } por enviar, el primero desde el { $day }. Alguien en turno los envía a mano, o debería venir el servicio de mensajes.
health-keyring = El llavero solo lo lee el servidor.
health-keyring-open = En esta máquina otros pueden leer el llavero. Ejecute `chmod 600` sobre él.
health-disk = Quedan { $gb } GB libres.
health-disk-full = Queda menos de 1 GB libre. Haga sitio antes de que no se pueda escribir nada.
health-certificate = El certificado vale hasta el { $day }.
health-certificate-ends = El certificado termina el { $day } y lo que lo renueva no lo ha hecho. Vea por qué.
health-certificate-unread = No se puede leer el certificado. Las conexiones siguen con el anterior, hasta que el servidor arranque de nuevo.
health-certificate-other = El certificado no es para { $host }. Los navegadores advertirán a la gente que no entre.
health-certificate-elsewhere = Un proxy tiene el certificado. Debería renovarlo solo; mire allí.
health-recipients = Las copias se cifran para dos personas que cuidan círculos.
health-no-recipients = No hay llaves de dos personas para cifrar las copias. `holdfast backup` dice cómo se hacen.
health-drill-title = Un ensayo
health-drill-what = Qué ensayaron
health-drill-day = Qué día
drill-restore = recuperar una copia en otra máquina
drill-tree = la cadena de llamadas, completa
drill-paper = un día en papel
drill-pass = Resistió
drill-fail = Todavía no
said-drilled = Anotado.
health-chain = { $n ->
    [0] Todavía no se hizo nada con poder.
    [one] Lo que se hizo con poder: una anotación.
   *[other] Lo que se hizo con poder: { $n } anotaciones, cada una encaja con la anterior.
 }
health-chain-broken = Lo que se hizo con poder: la anotación { $n } no encaja con la anterior. Alguien cambió la base de datos a mano. Compárela con una copia de respaldo y dígaselo al círculo.
# La guía.
runbook-title = Guía para cuando falle
runbook-printed = Al { $day }
runbook-lede = Imprima esto, guárdelo en dos lugares y vuelva a imprimirlo cada trimestre. Con esto, quien nunca lo haya hecho puede traer la red de vuelta.
audience-runbook = Lo ven quienes cuidan el servidor o la coordinación. Guarde la hoja impresa como guardaría la llave de una casa.
runbook-where = Dónde está
runbook-address = Su dirección
runbook-folder = La carpeta de datos en el servidor
runbook-program = El programa
runbook-hosts = Quién lo cuida
runbook-host = { $handle }, hasta el { $day }
runbook-how = Cómo está
runbook-off = Cuando el servidor no funciona
runbook-off-tree = Recorran el árbol de llamadas. Empieza con
runbook-off-rings = que llama a
runbook-off-no-tree = nadie todavía: el árbol está vacío. Llame a quien conozca.
runbook-off-paper = Sigan en papel: las peticiones en las hojas que se imprimieron, la lista del turno a mano. Alguien lo escribe después.
runbook-off-start = Mire si la máquina funciona y si su disco no está lleno. Si no se arregla en una hora, traigan la red de vuelta en otro lugar:
runbook-restore = Traerla de vuelta en otra máquina
runbook-restore-machine = Tome una máquina con este programa: la misma versión, o una más nueva. Basta una hora.
runbook-restore-fetch = Traiga la copia de respaldo más nueva del lugar de fuera; termina en .age.
runbook-restore-key = Pida su archivo de llave a una de las dos personas que tienen una llave de las copias. Basta una.
runbook-restore-run = Restaure en una carpeta nueva:
runbook-restore-look = Mire cómo está:
runbook-restore-serve = Póngala a servir, y dirija el dominio hacia ella:
runbook-restore-hash = Compare lo que se hizo con poder con la línea de abajo, y diga a la red de qué día son los datos.
runbook-restore-drill = Lo mismo como ensayo, que no deja nada atrás:
runbook-hash = Lo que se hizo con poder, la anotación más nueva
runbook-hash-number = Anotación { $n }:
runbook-hash-none = Todavía no hay ninguna.
runbook-letter = Cuando llega una carta de un juzgado o de la policía
runbook-letter-nothing = No borre nada, no cambie nada, no entregue nada. Anote cuándo llegó y de quién.
runbook-letter-call = Llame a apoyo legal antes que nada, de viva voz.
runbook-letter-quiet = No se lo diga a nadie más allá de lo que aconsejen.
runbook-letter-hold = Con su palabra, dos personas que cuidan un círculo paran el borrado de los días de que se trata, en la página «Lo que necesita dos personas». Lo demás se borra a tiempo, como siempre.
runbook-letter-narrow = Apoyo legal pide que se acote, o lo impugna. Lo que no tenemos nadie lo puede pedir.
runbook-phone = Cuando se pierde o quitan un teléfono
runbook-phone-own = La persona cierra todas sus sesiones desde otro, en su propia página.
runbook-phone-two = Si no puede, lo hacen dos personas que cuidan un círculo, en la página «Lo que necesita dos personas».
runbook-phone-keys = Si tenía una llave, cámbienla y anoten el nuevo día en la lista.
runbook-keys = Quién tiene cada llave
runbook-keys-none = Todavía no hay nada anotado.
# El plan de cierre.
closing-title = Plan de cierre
closing-lede = Si cerramos, los datos de nadie se quedan con nadie. Deciden los círculos; dos personas lo llevan hasta el final.
closing-open = Lo que está abierto ahora
closing-asks-none = No hay ninguna petición abierta.
closing-asks-few = Hay unas pocas peticiones abiertas.
closing-asks = Hay { $n } peticiones abiertas.
closing-tables-none = No hay ninguna mesa abierta.
closing-tables-few = Hay unas pocas mesas abiertas.
closing-tables = Hay { $n } mesas abiertas.
closing-held = El borrado está parado por un asunto legal. Pregunte a quien lleva el asunto antes de borrar nada.
closing-steps = Los pasos
closing-decide = Los círculos deciden, y nombran a dos personas y un día. Hasta ese día todo sigue.
closing-announce = Anúncienlo: en la página pública, por carta, en las mesas, por el árbol de llamadas. Digan dónde más se puede pedir.
closing-finish = Lleven lo abierto a su fin, o pásenlo con el sí de quien pidió. Cierren la línea con una frase.
closing-own = Cada quien se lleva lo suyo: en su propia página, «Llevarse todo». Den dos semanas.
closing-transfer = Lo que es de todas las personas va a donde los círculos decidieron. Dos personas que cuidan un círculo dicen que sí, y entonces:
closing-keys = Den de baja lo que está en otro lugar, o entréguenlo: el dominio, el número de los mensajes, la cuenta de correo, el lugar de las copias.
closing-erase = Borren: la carpeta de datos, la base de datos, cada copia de respaldo y cada copia, en cada máquina. Pregunten antes a apoyo legal, si lo hay.
closing-sign = Dos personas firman aquí que está hecho, y guardan esta hoja.
closing-signed = Nombre y día:
closing-dormant = Si solo descansamos una temporada
closing-dormant-words = Cierren la línea con una frase y un día, que dos personas guarden las llaves, mírenlo cada trimestre, y sigan borrando a tiempo: el servidor sigue encendido, o se borra lo que guarda.
