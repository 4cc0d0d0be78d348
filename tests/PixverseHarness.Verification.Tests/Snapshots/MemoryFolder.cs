using System.Text;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verification.Tests.Snapshots;

/// <summary>A folder in memory that counts what is done to it.</summary>
internal sealed class MemoryFolder : ISnapshotFolder
{
    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public int Changes { get; private set; }

    public string Path => "pinned";

    public IEnumerable<string> List() => [.. Files.Keys];

    public byte[]? Read(string file) => Files.GetValueOrDefault(file);

    public void Write(string file, ReadOnlyMemory<byte> content)
    {
        Changes++;
        Files[file] = content.ToArray();
    }

    public void Delete(string file) => Changes += Files.Remove(file) ? 1 : 0;

    public MemoryFolder With(string file, string text)
    {
        Files[file] = Encoding.UTF8.GetBytes(text);
        return this;
    }

    public string Text(string file) => Encoding.UTF8.GetString(Files[file]);
}
