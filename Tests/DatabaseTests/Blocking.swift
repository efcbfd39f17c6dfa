import Foundation

/// Blocks the thread as a slow body does.
func blockThread(milliseconds: Int) {
    Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
}
