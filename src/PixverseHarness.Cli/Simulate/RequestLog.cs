using System.Globalization;
using System.Text;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Cli.Simulate;

/// <summary>Writes one line a request; keys arrive redacted.</summary>
internal sealed class RequestLog(TextWriter writer)
{
    private readonly TextWriter _writer = TextWriter.Synchronized(writer);
    private long _lost;

    /// <summary>How many requests have no line, because the log could not be written. They were answered all the same.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Writes an entry of a session's journal.</summary>
    public void Write(string session, JournalEntry entry)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{new DateTime(entry.At, DateTimeKind.Utc):HH:mm:ss.fff} ");
        line.Append(entry.Status == 0 ? "---" : entry.Status.ToString(CultureInfo.InvariantCulture));
        line.Append(' ').Append(entry.Method).Append(' ');
        if (session.Length > 0)
        {
            line.Append("/s/").Append(session);
        }

        line.Append(entry.Path);
        Add("key", entry.Key);
        Add("cause", entry.Cause);
        Add("faults", entry.Faults);
        Add("note", entry.Note);
        try
        {
            _writer.WriteLine(line);
        }
        catch (IOException)
        {
            Interlocked.Increment(ref _lost);
        }

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                line.Append("  ").Append(name).Append('=').Append(value);
            }
        }
    }
}
