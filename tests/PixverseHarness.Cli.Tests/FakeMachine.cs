using PixverseHarness.Cli.Edges;

namespace PixverseHarness.Cli.Tests;

/// <summary>A machine on which everything works that a test does not break.</summary>
internal sealed class FakeMachine : IMachine
{
    private int _readings;

    /// <summary>Programs that answer, with their answers.</summary>
    public Dictionary<string, string> Programs { get; } = [];

    /// <summary>Why listening fails, or null.</summary>
    public string? ListenFault { get; set; }

    /// <summary>Told how often the process was looked at; a load run does it at its start and then about every second.</summary>
    public Action<int>? OnReadProcess { get; set; }

    public string Runtime => ".NET 10.0.0";

    public string System => "Test OS, X64, 2 processors";

    public ProcessReading ReadProcess()
    {
        OnReadProcess?.Invoke(++_readings);
        return new ProcessReading(TimeSpan.Zero, Cores: 2, TimeSpan.Zero, ThreadPoolQueue: 0, ResidentBytes: 1);
    }

    public string? WhyNotListen(int port) => ListenFault;

    public Task<string?> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        Task.FromResult(Programs.GetValueOrDefault(program));
}
