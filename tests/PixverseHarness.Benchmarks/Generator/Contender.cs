using System.Diagnostics;

namespace PixverseHarness.Benchmarks.Generator;

/// <summary>A program that makes load, in one set-up.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Start">How to start it.</param>
internal sealed record Contender(string Name, Func<ProcessStartInfo> Start);
