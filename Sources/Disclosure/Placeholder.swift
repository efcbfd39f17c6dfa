import Crypto
import CryptoExtras
import Yams
import Database
import ServiceLifecycle
