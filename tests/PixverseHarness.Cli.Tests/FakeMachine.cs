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

    /// <summary>Stands for every program that is run: takes its variables and gives its exit code, or null if it cannot start.</summary>
    public Func<IReadOnlyDictionary<string, string>, Task<int?>>? Client { get; set; }

    /// <summary>The variables that the last program was given.</summary>
    public IReadOnlyDictionary<string, string> Given { get; private set; } = new Dictionary<string, string>();

    public string Runtime => ".NET 10.0.0";

    public string System => "Test OS, X64, 2 processors";

    public int? OpenFiles { get; set; }

    public ProcessReading ReadProcess()
    {
        OnReadProcess?.Invoke(++_readings);
        return new ProcessReading(TimeSpan.Zero, Cores: 2, TimeSpan.Zero, ThreadPoolQueue: 0, ResidentBytes: 1);
    }

    public string? WhyNotListen(int port) => ListenFault;

    public Task<string?> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        Task.FromResult(Programs.GetValueOrDefault(program));

    public async Task<int?> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> variables,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        Given = variables;
        return Client is null ? null : await Client(variables);
    }
}
