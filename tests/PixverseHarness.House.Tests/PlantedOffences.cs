namespace PixverseHarness.House.Tests;

/// <summary>One offence for each line of the banned-symbol lists: the symbol as the list has it, and code that uses it.</summary>
internal static class PlantedOffences
{
    /// <summary>Clocks, threads' own timers and randomness: banned in tests too.</summary>
    public static IReadOnlyList<(string Symbol, string Code)> Clock { get; } =
    [
        ("P:System.DateTime.Now", "_ = DateTime.Now;"),
        ("P:System.DateTime.UtcNow", "_ = DateTime.UtcNow;"),
        ("P:System.DateTime.Today", "_ = DateTime.Today;"),
        ("P:System.DateTimeOffset.Now", "_ = DateTimeOffset.Now;"),
        ("P:System.DateTimeOffset.UtcNow", "_ = DateTimeOffset.UtcNow;"),
        ("T:System.Diagnostics.Stopwatch", "_ = System.Diagnostics.Stopwatch.GetTimestamp();"),
        ("P:System.TimeProvider.System", "_ = TimeProvider.System;"),
        ("P:System.Environment.TickCount", "_ = Environment.TickCount;"),
        ("P:System.Environment.TickCount64", "_ = Environment.TickCount64;"),
        ("T:System.Threading.PeriodicTimer", "_ = new PeriodicTimer(TimeSpan.FromSeconds(1));"),
        ("M:System.Threading.Thread.Sleep(System.Int32)", "Thread.Sleep(1);"),
        ("M:System.Threading.Thread.Sleep(System.TimeSpan)", "Thread.Sleep(TimeSpan.Zero);"),
        ("M:System.Threading.Tasks.Task.Delay(System.Int32)", "_ = Task.Delay(1);"),
        ("M:System.Threading.Tasks.Task.Delay(System.Int32,System.Threading.CancellationToken)", "_ = Task.Delay(1, token);"),
        ("M:System.Threading.Tasks.Task.Delay(System.TimeSpan)", "_ = Task.Delay(TimeSpan.Zero);"),
        ("M:System.Threading.Tasks.Task.Delay(System.TimeSpan,System.Threading.CancellationToken)", "_ = Task.Delay(TimeSpan.Zero, token);"),
        ("M:System.Threading.Tasks.Task.WaitAsync(System.TimeSpan)", "_ = Task.CompletedTask.WaitAsync(TimeSpan.Zero);"),
        ("M:System.Threading.Tasks.Task.WaitAsync(System.TimeSpan,System.Threading.CancellationToken)",
            "_ = Task.CompletedTask.WaitAsync(TimeSpan.Zero, token);"),
        ("M:System.Threading.Tasks.Task`1.WaitAsync(System.TimeSpan)", "_ = Task.FromResult(1).WaitAsync(TimeSpan.Zero);"),
        ("M:System.Threading.Tasks.Task`1.WaitAsync(System.TimeSpan,System.Threading.CancellationToken)",
            "_ = Task.FromResult(1).WaitAsync(TimeSpan.Zero, token);"),
        ("M:System.Threading.CancellationTokenSource.#ctor(System.Int32)", "_ = new CancellationTokenSource(1);"),
        ("M:System.Threading.CancellationTokenSource.#ctor(System.TimeSpan)", "_ = new CancellationTokenSource(TimeSpan.Zero);"),
        ("M:System.Threading.CancellationTokenSource.CancelAfter(System.Int32)", "source.CancelAfter(1);"),
        ("M:System.Threading.CancellationTokenSource.CancelAfter(System.TimeSpan)", "source.CancelAfter(TimeSpan.Zero);"),
        ("P:System.Random.Shared", "_ = Random.Shared;"),
        ("M:System.Random.#ctor", "_ = new Random();"),
        ("M:System.Guid.NewGuid", "_ = Guid.NewGuid();"),
        ("T:System.HashCode", "_ = HashCode.Combine(1, 2);"),
        ("M:System.String.GetHashCode", "_ = \"x\".GetHashCode();"),
        ("M:System.String.GetHashCode(System.StringComparison)", "_ = \"x\".GetHashCode(StringComparison.Ordinal);"),
    ];

    /// <summary>Console, environment, files, sockets, threads and programs: banned outside tests and the process edges.</summary>
    public static IReadOnlyList<(string Symbol, string Code)> Edges { get; } =
    [
        ("T:System.Console", "Console.WriteLine();"),
        ("T:System.Environment", "_ = Environment.MachineName;"),
        ("T:System.IO.File", "_ = File.Exists(\"x\");"),
        ("T:System.IO.Directory", "_ = Directory.Exists(\"x\");"),
        ("T:System.IO.FileStream", "_ = typeof(FileStream);"),
        ("T:System.IO.FileInfo", "_ = new FileInfo(\"x\");"),
        ("T:System.IO.DirectoryInfo", "_ = new DirectoryInfo(\"x\");"),
        ("T:System.Net.Http.HttpClient", "_ = new HttpClient();"),
        ("M:System.Threading.Tasks.Task.Run(System.Action)", "_ = Task.Run(Nothing);"),
        ("M:System.Threading.Tasks.Task.Run(System.Action,System.Threading.CancellationToken)", "_ = Task.Run(Nothing, token);"),
        ("M:System.Threading.Tasks.Task.Run(System.Func{System.Threading.Tasks.Task})", "_ = Task.Run(() => Task.CompletedTask);"),
        ("M:System.Threading.Tasks.Task.Run(System.Func{System.Threading.Tasks.Task},System.Threading.CancellationToken)",
            "_ = Task.Run(() => Task.CompletedTask, token);"),
        ("M:System.Threading.Tasks.Task.Run``1(System.Func{``0})", "_ = Task.Run(() => 1);"),
        ("M:System.Threading.Tasks.Task.Run``1(System.Func{System.Threading.Tasks.Task{``0}})", "_ = Task.Run(() => Task.FromResult(1));"),
        ("T:System.Diagnostics.Process", "_ = System.Diagnostics.Process.GetCurrentProcess();"),
    ];

    /// <summary>A source file with one offence a line.</summary>
    public static string Source(IEnumerable<(string Symbol, string Code)> offences) =>
        $$"""
        namespace Planted;

        public static class Offences
        {
            private static void Nothing() { }

            public static void Commit(CancellationTokenSource source, CancellationToken token)
            {
        {{string.Join('\n', offences.Select(o => $"        {o.Code} // {o.Symbol}"))}}
            }
        }

        """;
}
