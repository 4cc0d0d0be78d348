using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Cli.Verify;

/// <summary>A target, and what ends with it.</summary>
/// <param name="Target">What is checked.</param>
/// <param name="StopAsync">Stops what was started for it.</param>
internal sealed record AimedTarget(ITarget Target, Func<Task> StopAsync) : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();
}
