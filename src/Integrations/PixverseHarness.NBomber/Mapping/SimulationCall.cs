namespace PixverseHarness.NBomber.Mapping;

/// <summary>One load simulation with the arguments that NBomber takes.</summary>
/// <param name="Kind">Which.</param>
/// <param name="During">How long; at least <see cref="SimulationCalls.Shortest"/>.</param>
/// <param name="Copies">Copies running, or injected per interval; the highest number of a random one, which is never drawn itself.</param>
/// <param name="Interval">How often copies are injected; zero where nothing is.</param>
/// <param name="Lowest">The lowest number of a random one.</param>
internal readonly record struct SimulationCall(CopiesKind Kind, TimeSpan During, int Copies = 0, TimeSpan Interval = default, int Lowest = 0)
{
    /// <summary>How often NBomber injects: as long as the time before is less than <see cref="During"/>.</summary>
    public int Injections => Interval <= TimeSpan.Zero ? 0 : (int)Math.Ceiling(During / Interval);
}
