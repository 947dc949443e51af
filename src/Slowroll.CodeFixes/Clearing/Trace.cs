namespace Slowroll.CodeFixes.Clearing;
#pragma warning disable
internal static class Trace { public static void Log(string s) { if (System.Environment.GetEnvironmentVariable("CLEAR_TRACE") is { Length: > 0 } f) System.IO.File.AppendAllText(f, s + "\n"); } }
