using Microsoft.Extensions.Hosting;

namespace PixverseHarness.Simulator.Hosting.Kestrel;

/// <summary>A host lifetime that listens to nobody.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
