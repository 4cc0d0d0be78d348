namespace PixverseHarness.Simulator.Hosting;

/// <summary>What a host says of itself: its bounds, and how much of them is used.</summary>
/// <param name="Name">Its name.</param>
public sealed record HostFacts(string Name)
{
    /// <summary>No host: calls come from this process.</summary>
    public static HostFacts InProcess { get; } = new("in-process");

    /// <summary>Most open connections; null when the host sets no limit.</summary>
    public long? MaxConnections { get; init; }

    /// <summary>How long a connection may be idle, on the real clock; null when the host sets no limit.</summary>
    public TimeSpan? IdleTimeout { get; init; }

    /// <summary>Counts open connections; null when the host cannot.</summary>
    public Func<long>? Connections { get; init; }

    /// <summary>Counts connections that were closed because too many were open; null when the host cannot.</summary>
    public Func<long>? RefusedConnections { get; init; }

    /// <summary>Counts open connections without a request; null when the host cannot.</summary>
    public Func<long>? IdleConnections { get; init; }
}
