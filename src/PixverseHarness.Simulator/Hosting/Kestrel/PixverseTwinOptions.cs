using System.Net;
using Microsoft.Extensions.Logging;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Simulator.Hosting.Kestrel;

/// <summary>Where a twin listens, and what it models.</summary>
public sealed record PixverseTwinOptions
{
    /// <summary>What it models.</summary>
    public TwinOptions Twin { get; init; } = new();

    /// <summary>Address to listen on. Default 127.0.0.1: nothing outside this machine reaches it.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port to listen on; 0 takes a free one. Default 0.</summary>
    public int Port { get; init; }

    /// <summary>Told of every journal entry, with the session's name (empty for the default one). Called under a lock: be brief.</summary>
    public Action<string, JournalEntry>? OnEntry { get; init; }

    /// <summary>Told of every request as it came, before it is answered; from several connections at once.</summary>
    public Action<ReceivedRequest>? OnRequest { get; init; }

    /// <summary>Told of every exception that the twin did not expect; the request was then answered with 500. From several connections at once.</summary>
    public Action<Exception>? OnFault { get; init; }

    /// <summary>Where Kestrel logs; null for nowhere. Default null.</summary>
    public ILoggerFactory? Logs { get; init; }

    /// <summary>What clients on the network are allowed.</summary>
    public ConnectionLimits Connections { get; init; } = new();

    /// <summary>How long a stop waits for calls under way, on the real clock. Default 5 s.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(5);
}
