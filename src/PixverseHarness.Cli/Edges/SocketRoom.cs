namespace PixverseHarness.Cli.Edges;

/// <summary>How many sockets fit into what the system lets a process open. A runtime that cannot open its own files any more ends at once.</summary>
internal static class SocketRoom
{
    // What the runtime keeps open, two for each assembly (some 160 in all), and what logs and reports need.
    private const int Reserved = 320;
    private const int Least = 16;

    /// <summary>Sockets for each of <paramref name="sides"/> sides that this process holds; null where there is no limit to heed.</summary>
    /// <param name="machine">Knows the limit.</param>
    /// <param name="sides">1 for a server or a client alone, 2 for both in one process.</param>
    public static int? Of(IMachine machine, int sides = 1) => machine.OpenFiles is { } files ? Math.Max(Least, (files - Reserved) / sides) : null;
}
