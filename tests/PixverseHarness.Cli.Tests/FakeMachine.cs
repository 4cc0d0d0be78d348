using PixverseHarness.Cli.Edges;

namespace PixverseHarness.Cli.Tests;

/// <summary>A machine on which everything works that a test does not break.</summary>
internal sealed class FakeMachine : IMachine
{
    /// <summary>Programs that answer, with their answers.</summary>
    public Dictionary<string, string> Programs { get; } = [];

    /// <summary>Why listening fails, or null.</summary>
    public string? ListenFault { get; set; }

    public string Runtime => ".NET 10.0.0";

    public string System => "Test OS, X64, 2 processors";

    public string? WhyNotListen(int port) => ListenFault;

    public Task<string?> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        Task.FromResult(Programs.GetValueOrDefault(program));
}
