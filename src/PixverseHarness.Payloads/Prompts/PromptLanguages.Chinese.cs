namespace PixverseHarness.Payloads.Prompts;

/// <content>Chinese, simplified.</content>
internal static partial class PromptLanguages
{
    /// <summary>Chinese, simplified.</summary>
    public static PromptLanguage Chinese { get; } = new()
    {
        Tag = "zh",
        Locale = "zh_CN",
        IsLatin = false,
        Share = 0.12f,
        Scenes =
        [
            new(
                ["一只红狐狸", "一只老牧羊犬", "一只雪豹", "一只小蜂鸟", "一匹黑马"],
                ["停下来望向镜头", "悄无声息地跑过", "抖落身上的水珠", "追着一片飘落的羽毛", "醒来伸了个懒腰"],
                ["在下雪的白桦林里", "在雾气弥漫的河边", "在高高的草丛中", "在结冰的湖边"]),
            new(
                ["一位街头音乐人", "一个穿黄色雨衣的小女孩", "一位老渔夫", "一名芭蕾舞者", "一个提着纸灯笼的少年"],
                ["转过身微笑", "慢慢穿过人群", "在雨中跳起舞来", "读着一封皱巴巴的信", "抬头看向天空"],
                ["在热闹的夜市", "在狭窄的石板路上", "在停车场的屋顶", "在空荡的地铁车厢里", "在小小的港口"]),
            new(
                ["一台生锈的送货机器人", "一辆老式电车", "一艘银色飞船", "一只黄色热气球", "一艘木帆船"],
                ["缓缓驶入画面", "突然停下", "从薄雾中慢慢升起", "拖出一串火花", "消失在山丘后面"],
                ["在无边的沙漠上空", "在海边公路上", "在霓虹闪烁的城市里", "在层层梯田之上"]),
            new(
                ["一座孤独的灯塔", "一片向日葵田", "一道瀑布", "一棵巨大的老树"],
                ["被云海吞没", "在阳光穿透云层时发亮", "从夏天变成冬天", "被雪慢慢覆盖"],
                ["在礁石海岸", "在高山上", "在平静的湖边", "在土路的尽头"]),
        ],
        Cameras =
        [
            "镜头缓慢推进", "手持跟拍", "无人机航拍全景", "低角度特写", "固定机位", "360度环绕镜头", "35毫米镜头浅景深", "第一人称视角",
        ],
        Lights =
        [
            "黄昏的金色光线", "阴天的柔光", "蓝色月光", "湿漉漉的路面上霓虹倒影", "烛光", "晨雾中的光束", "远处的闪电", "逆光长影",
        ],
        Looks =
        [
            "电影感", "写实风格，4K", "16毫米胶片颗粒", "纪录片风格", "梦幻的粉彩色调", "黑色电影", "水墨画风格", "定格动画质感",
        ],
        Negatives =
        [
            "不要突然的动作，不要快速变焦", "模糊，低质量，手部变形", "文字，水印", "背景里不要有人", "闪烁，多余的肢体", "颜色过于鲜艳",
        ],
        Shapes =
        [
            PromptShape.Parse("{subject}{place}{action}，{camera}，{light}，{look}。"),
            PromptShape.Parse("{subject}，{place}，{light}，{camera}，{look}，细节丰富"),
            PromptShape.Parse("帮我做一个短视频：{city}郊外，{subject}{action}，{light}，{look}"),
            PromptShape.Parse("{camera}。{subject}{place}{action}。{light}。{look}。"),
            PromptShape.Parse("{subject}{action}，{look}"),
        ],
    };
}
