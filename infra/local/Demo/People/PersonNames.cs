namespace Alleviation.Demo.People;

/// <summary>Invented names: surnames that are common around Meizhou, given names in the fashion of each generation.</summary>
public static class PersonNames
{
    private static readonly string[] Surnames =
    [
        .. "陈李黄张刘钟曾罗谢叶吴林温邓丘古赖廖侯梁杨朱徐饶房何巫蓝范郭涂卜管凌".Select(surname => surname.ToString()),
    ];

    private static readonly string[] MenBefore1970 =
    [
        "金水",
        "木生",
        "德兴",
        "观福",
        "国民",
        "建华",
        "炳权",
        "伟忠",
        "石养",
        "新祥",
        "运来",
        "志坚",
        "坤荣",
        "文光",
        "汉明",
    ];
    private static readonly string[] WomenBefore1970 =
    [
        "秀兰",
        "玉珍",
        "凤英",
        "桂香",
        "菊招",
        "运娣",
        "春梅",
        "银妹",
        "丽华",
        "新招",
        "亚娣",
        "桃英",
        "瑞芳",
        "惠珍",
        "冬妹",
    ];
    private static readonly string[] MenBefore2000 =
    [
        "志强",
        "伟平",
        "建军",
        "永辉",
        "文杰",
        "海涛",
        "国锋",
        "俊华",
        "立新",
        "小明",
        "锦龙",
        "思聪",
        "远航",
        "宇",
        "勇",
    ];
    private static readonly string[] WomenBefore2000 =
    [
        "丽娟",
        "小燕",
        "海霞",
        "美玲",
        "秋菊",
        "晓红",
        "雪梅",
        "婷",
        "静",
        "艳芳",
        "嘉敏",
        "思琪",
        "慧",
        "文静",
        "春燕",
    ];
    private static readonly string[] Boys =
    [
        "浩然",
        "子轩",
        "梓豪",
        "宇航",
        "俊熙",
        "家乐",
        "一鸣",
        "思源",
        "明轩",
        "博文",
        "睿",
        "嘉豪",
        "天佑",
        "子涵",
        "泽宇",
    ];
    private static readonly string[] Girls =
    [
        "欣怡",
        "雨涵",
        "梓晴",
        "思雨",
        "诗琪",
        "嘉怡",
        "可馨",
        "佳慧",
        "语桐",
        "若曦",
        "雅婷",
        "心悦",
        "芷晴",
        "子萱",
        "乐瑶",
    ];

    public static string Surname(Dice dice) => dice.OneOf(Surnames);

    public static string Given(Dice dice, bool male, int bornIn) =>
        dice.OneOf(
            (bornIn, male) switch
            {
                (< 1970, true) => MenBefore1970,
                (< 1970, false) => WomenBefore1970,
                (< 2000, true) => MenBefore2000,
                (< 2000, false) => WomenBefore2000,
                (_, true) => Boys,
                (_, false) => Girls,
            }
        );
}
